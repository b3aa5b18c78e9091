package carequeue.api.site;

import carequeue.api.Refused.BadField.Field;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** A site as it is set up, whoever is signed on. */
public record SetUp(
        String name,
        ZoneId timeZone,
        LocalTime dayStart,
        OpeningHours hours,
        List<Service> services,
        List<ServicePoint> servicePoints,
        List<Provider> providers) {

    public SetUp {
        dayStart = Objects.requireNonNullElse(dayStart, LocalTime.of(3, 0));
        hours = Objects.requireNonNullElse(hours, new OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        services = copy(services);
        // Who serves at a point is not set up: they sign on.
        servicePoints = copy(servicePoints).stream().map(p -> p.with(null)).toList();
        providers = copy(providers);
    }

    /** What is wrong with it, field by field; empty when it can be used. */
    public List<Field> faults() {
        return SetUpFaults.of(this);
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
