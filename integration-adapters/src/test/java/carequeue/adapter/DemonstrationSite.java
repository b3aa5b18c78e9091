package carequeue.adapter;

import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The clinic of the sandbox, as tests know it. */
public final class DemonstrationSite {

    private DemonstrationSite() {}

    public static Site main() {
        return new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(
                        new Site.Service("primary-care", "Primary care", "A"),
                        new Site.Service("urgent-care", "Urgent care", "B"),
                        new Site.Service("lab", "Laboratory", "L"),
                        new Site.Service("imaging", "Imaging", "X")),
                List.of(),
                Policies.DEFAULT);
    }

    public static Sites sites() {
        return new Sites(List.of(main()));
    }
}
