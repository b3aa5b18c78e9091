package carequeue.api.site;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One clinic location as it is at an instant.
 *
 * @param timeZone IANA name
 * @param dayStart when the business day begins, in the site's time zone
 * @param hours when arrivals are taken
 * @param providers empty where any provider of the appointments may sign on
 * @param away the providers who are not available at that instant
 */
public record Site(
        String siteId,
        String name,
        ZoneId timeZone,
        LocalTime dayStart,
        OpeningHours hours,
        List<Service> services,
        List<ServicePoint> servicePoints,
        Policies policies,
        List<Provider> providers,
        Set<String> away) {

    /** A site of which no provider is listed or away. */
    public Site(
            String siteId,
            String name,
            ZoneId timeZone,
            LocalTime dayStart,
            OpeningHours hours,
            List<Service> services,
            List<ServicePoint> servicePoints,
            Policies policies) {
        this(siteId, name, timeZone, dayStart, hours, services, servicePoints, policies, List.of(), Set.of());
    }

    /**
     * What a patient queues for; the prefix of its tickets is unique at the site.
     *
     * @param needs the kind of service point at which alone it is given, or null
     */
    public record Service(String serviceId, String name, String prefix, String needs) {

        /** A service that is given at any point that has it. */
        public Service(String serviceId, String name, String prefix) {
            this(serviceId, name, prefix, null);
        }
    }

    /**
     * A room, desk or chair; with a provider signed on it serves that provider's patients and those bound to none.
     *
     * @param kind what it is fit for, such as {@code isolation}, or null
     */
    public record ServicePoint(String id, String name, List<String> serviceIds, String providerId, String kind) {

        /** A point of no particular kind. */
        public ServicePoint(String id, String name, List<String> serviceIds, String providerId) {
            this(id, name, serviceIds, providerId, null);
        }

        /** The same point while this provider, or (null) nobody, is signed on. */
        public ServicePoint with(String provider) {
            return new ServicePoint(id, name, serviceIds, provider, kind);
        }
    }

    /** Somebody who sees patients. */
    public record Provider(String providerId, String name) {}

    /**
     * When arrivals are taken, in the site's time zone.
     *
     * @param opens equal to {@code closes} for round the clock; later than it for hours over midnight, which belong to the day they begin on
     * @param closedOn days of the week, none by default
     */
    public record OpeningHours(LocalTime opens, LocalTime closes, List<DayOfWeek> closedOn) {

        public OpeningHours {
            closedOn = closedOn == null ? List.of() : List.copyOf(closedOn);
        }

        /** The same on every day of the week. */
        public OpeningHours(LocalTime opens, LocalTime closes) {
            this(opens, closes, List.of());
        }

        /** Whether arrivals are taken at an instant. */
        boolean open(Instant at, ZoneId zone) {
            LocalDate today = at.atZone(zone).toLocalDate();
            return within(today, at, zone) || within(today.minusDays(1), at, zone);
        }

        private boolean within(LocalDate day, Instant at, ZoneId zone) {
            if (closedOn.contains(day.getDayOfWeek())) {
                return false;
            }
            LocalDate last = opens.isBefore(closes) ? day : day.plusDays(1);
            Instant from = LocalInstant.of(day.atTime(opens), zone);
            return !at.isBefore(from) && at.isBefore(LocalInstant.of(last.atTime(closes), zone));
        }

        /** The next opening after an instant. */
        Instant next(Instant at, ZoneId zone) {
            LocalDate today = at.atZone(zone).toLocalDate();
            for (int days = 0; days <= 8; days++) {
                LocalDate day = today.plusDays(days);
                Instant opening = LocalInstant.of(day.atTime(opens), zone);
                if (opening.isAfter(at) && !closedOn.contains(day.getDayOfWeek())) {
                    return opening;
                }
            }
            throw new IllegalStateException("a site is open on some day of the week");
        }
    }

    /** The business day that an instant belongs to. */
    public LocalDate businessDay(Instant at) {
        LocalDate today = at.atZone(timeZone).toLocalDate();
        return at.isBefore(startOf(today)) ? today.minusDays(1) : today;
    }

    /** The first instant of a business day. */
    public Instant startOf(LocalDate businessDay) {
        return LocalInstant.of(businessDay.atTime(dayStart), timeZone);
    }

    /** Whether arrivals are taken at an instant. */
    public boolean open(Instant at) {
        return hours.open(at, timeZone);
    }

    /** When arrivals are taken again after an instant at which they are not. */
    public Instant nextOpening(Instant at) {
        return hours.next(at, timeZone);
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
