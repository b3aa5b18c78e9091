package carequeue.api.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One clinic location.
 *
 * @param timeZone IANA name
 * @param dayStart when the business day begins, in the site's time zone
 * @param hours when arrivals are taken
 */
public record Site(
        String siteId,
        String name,
        ZoneId timeZone,
        LocalTime dayStart,
        OpeningHours hours,
        List<Service> services,
        List<ServicePoint> servicePoints,
        Policies policies) {

    /** What a patient queues for; the prefix of its tickets is unique at the site. */
    public record Service(String serviceId, String name, String prefix) {}

    /** A room, desk or chair; with a provider it serves that provider's patients and those bound to none. */
    public record ServicePoint(String id, String name, List<String> serviceIds, String providerId) {}

    /** Opening and closing in the site's time zone; equal times mean round the clock. */
    public record OpeningHours(LocalTime opens, LocalTime closes) {

        boolean open(LocalTime time) {
            if (opens.equals(closes)) {
                return true;
            }
            return opens.isBefore(closes)
                    ? !time.isBefore(opens) && time.isBefore(closes)
                    : !time.isBefore(opens) || time.isBefore(closes);
        }
    }

    /** The business day that an instant belongs to. */
    public LocalDate businessDay(Instant at) {
        var local = at.atZone(timeZone);
        return local.toLocalTime().isBefore(dayStart) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    /** The first instant of a business day. */
    public Instant startOf(LocalDate businessDay) {
        return businessDay.atTime(dayStart).atZone(timeZone).toInstant();
    }

    /** Whether arrivals are taken at an instant. */
    public boolean open(Instant at) {
        return hours.open(at.atZone(timeZone).toLocalTime());
    }

    /** When arrivals are taken again after an instant at which they are not. */
    public Instant nextOpening(Instant at) {
        var local = at.atZone(timeZone);
        var today = local.toLocalDate().atTime(hours.opens()).atZone(timeZone);
        return (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
    }

    /** The service of an identifier. */
    public Optional<Service> service(String serviceId) {
        return services.stream().filter(s -> s.serviceId().equals(serviceId)).findFirst();
    }

    /** The service point of an identifier. */
    public Optional<ServicePoint> servicePoint(String id) {
        return servicePoints.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
