package carequeue.app.clinic;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The clinic's set-up as settings: {@code carequeue.sites[…]}. */
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

        Site site() {
            var services = services().stream()
                    .map(s -> new Site.Service(s.id(), s.name(), s.prefix()))
                    .toList();
            var points = servicePoints().stream()
                    .map(p -> new Site.ServicePoint(p.id(), p.name(), p.services(), p.provider()))
                    .toList();
            var policies = new Policies(1, CallingPolicy.DEFAULT, arriveBefore, arriveAfter, patience);
            return new Site(
                    id, name, timeZone, dayStart, new Site.OpeningHours(opens, closes), services, points, policies);
        }
    }

    /** A service and the prefix of its tickets. */
    public record ServiceSettings(String id, String name, String prefix) {}

    /** A service point, what it serves and, while somebody is signed on, its provider. */
    public record PointSettings(String id, String name, List<String> services, String provider) {}

    /**
     * The sites.
     *
     * @throws IllegalStateException when there is none, an identifier or prefix stands twice, or a service point names an unknown service
     */
    public Sites asSites() {
        if (sites == null || sites.isEmpty()) {
            throw new IllegalStateException("carequeue.sites names no site");
        }
        unique("carequeue.sites: site", sites.stream().map(SiteSettings::id).toList());
        sites.forEach(ClinicSettings::check);
        return new Sites(sites.stream().map(SiteSettings::site).toList());
    }

    private static void check(SiteSettings site) {
        String where = "carequeue.sites " + site.id() + ": ";
        List<String> services =
                site.services().stream().map(ServiceSettings::id).toList();
        unique(where + "service", services);
        unique(
                where + "prefix",
                site.services().stream().map(ServiceSettings::prefix).toList());
        unique(
                where + "service point",
                site.servicePoints().stream().map(PointSettings::id).toList());
        for (PointSettings point : site.servicePoints()) {
            point.services().stream().filter(s -> !services.contains(s)).forEach(unknown -> {
                throw new IllegalStateException(where + "service point " + point.id() + " names service " + unknown
                        + ", which the site does not have");
            });
        }
    }

    private static void unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(twice -> {
            throw new IllegalStateException(what + " " + twice + " stands twice");
        });
    }
}
