package carequeue.app.clinic;

import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.PatiencePolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.SetUp;
import carequeue.api.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The clinic's first set-up: {@code carequeue.sites[…]}, recorded when history knows no site yet and never looked at again. */
@ConfigurationProperties("carequeue")
public record ClinicSettings(List<SiteSettings> sites) {

    /**
     * One site.
     *
     * @param opens equal to {@code closes} for round the clock
     * @param patience how long a check-in waits for a machine
     */
    public record SiteSettings(
            String id,
            String name,
            ZoneId timeZone,
            @DefaultValue("03:00") LocalTime dayStart,
            @DefaultValue("00:00") LocalTime opens,
            @DefaultValue("00:00") LocalTime closes,
            @DefaultValue("2s") Duration patience,
            @DefaultValue("30m") Duration arriveBefore,
            @DefaultValue("15m") Duration arriveAfter,
            List<ServiceSettings> services,
            List<PointSettings> servicePoints) {

        /** As history gets to know it. */
        SetUp setUp() {
            List<Site.Service> all = services().stream()
                    .map(s -> new Site.Service(s.id(), s.name(), s.prefix(), s.needs()))
                    .toList();
            List<Site.ServicePoint> points = servicePoints().stream()
                    .map(p -> new Site.ServicePoint(p.id(), p.name(), p.services(), null, p.kind()))
                    .toList();
            return new SetUp(name, timeZone, dayStart, new Site.OpeningHours(opens, closes), all, points, List.of());
        }

        Policies policies() {
            ArrivalPolicy arrival = ArrivalPolicy.DEFAULT;
            PatiencePolicy waits = PatiencePolicy.DEFAULT;
            return Policies.DEFAULT
                    .with(Policies.only(new ArrivalPolicy(
                            arrival.name(), 1, arriveBefore, arriveAfter, arrival.late(), arrival.missedAfter())))
                    .with(Policies.only(new PatiencePolicy(waits.name(), 1, patience, waits.person())));
        }
    }

    /** A service, the prefix of its tickets and the kind of service point it needs, if any. */
    public record ServiceSettings(String id, String name, String prefix, String needs) {}

    /** A service point, what it serves, its kind, if any, and, while somebody is signed on, its provider. */
    public record PointSettings(String id, String name, List<String> services, String provider, String kind) {}

    /**
     * The sites.
     *
     * @throws IllegalStateException when there is none, one stands twice, or one cannot be set up so
     */
    List<SiteSettings> checked() {
        if (sites == null || sites.isEmpty()) {
            throw new IllegalStateException("carequeue.sites names no site");
        }
        unique("carequeue.sites: site", sites.stream().map(SiteSettings::id).toList());
        for (SiteSettings site : sites) {
            List<String> faults = site.setUp().faults().stream()
                    .map(fault -> fault.pointer() + " " + fault.message())
                    .toList();
            if (!faults.isEmpty()) {
                throw new IllegalStateException("carequeue.sites " + site.id() + ": " + String.join(", ", faults));
            }
        }
        return sites;
    }

    private static void unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(twice -> {
            throw new IllegalStateException(what + " " + twice + " stands twice");
        });
    }
}
