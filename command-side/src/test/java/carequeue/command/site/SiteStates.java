package carequeue.command.site;

import carequeue.api.site.ClosingPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.SetUp;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.SiteCommand;
import carequeue.api.site.SiteCommand.*;
import carequeue.api.site.SiteCommand.BeginTask;
import carequeue.api.site.SiteTask;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A clinic location; its versions and who is signed on are its state, of which the table shows nobody, somebody, and somebody away. */
final class SiteStates extends StateTable<Site, SiteStates.Staff> {

    private static final SetUp CLINIC = setUp("Main Street");
    private static final FoundSite FOUNDED = new FoundSite("main", CLINIC, null);
    private static final Policies LONGER = Policies.only(new ClosingPolicy("end-of-day", 2, Duration.ofHours(6)));

    /** Whether the one provider of the table serves. */
    enum Staff {
        SET_UP,
        SIGNED_ON,
        UNAVAILABLE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    SiteStates() {
        super(Site.class, Staff.class, SiteCommand.class, "main");
        way(Staff.SET_UP, List.of(FOUNDED));
        way(Staff.SIGNED_ON, List.of(FOUNDED, new SignOn("main", "lab-1", "dr-lee")));
        way(Staff.UNAVAILABLE, List.of(FOUNDED, new ReportUnavailable("main", "dr-lee", null, null, "ill")));
        row(FOUNDED);
        row(new ChangeSite("main", setUp("Main Street North"), null, 1));
        row(new ChangeSite("main", CLINIC, null, 1), "to what it is");
        row(new SetPolicy("main", "closing", LONGER, null));
        row(new SignOn("main", "lab-1", "dr-lee"));
        row(new SignOn("main", "lab-9", "dr-lee"), "at a point that is not there");
        row(new SignOff("main", "lab-1", "dr-lee"));
        row(new ReportUnavailable("main", "dr-lee", null, null, "ill"));
        row(new ReportAvailable("main", "dr-lee"));
        row(new BeginTask("main", SiteTask.values()[0], LocalDate.parse("2026-11-23"), null));
    }

    private static SetUp setUp(String name) {
        return new SetUp(
                name,
                ZoneId.of("America/New_York"),
                null,
                null,
                List.of(new Service("lab", "Laboratory", "L")),
                List.of(new ServicePoint("lab-1", "Lab 1", List.of("lab"), null)),
                List.of());
    }

    @Override
    protected String name() {
        return "Site";
    }

    @Override
    protected String about() {
        return "A clinic location: versions of its set-up and policies, each from an instant on, and its staff, here one provider at one point.";
    }

    @Override
    protected Staff state(Site site) {
        var now = site.history().at(NOON);
        if (now.away().contains("dr-lee")) {
            return Staff.UNAVAILABLE;
        }
        return now.servicePoint("lab-1").orElseThrow().providerId() == null ? Staff.SET_UP : Staff.SIGNED_ON;
    }

    @Override
    protected Sites clinic() {
        return new Sites(List.of());
    }
}
