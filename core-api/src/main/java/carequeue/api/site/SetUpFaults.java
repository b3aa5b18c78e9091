package carequeue.api.site;

import carequeue.api.Refused.BadField.Field;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.Site.ServicePoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a set-up, field by field. */
final class SetUpFaults {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";
    private static final int LONGEST_NAME = 100;

    private final List<Field> faults = new ArrayList<>();

    private SetUpFaults() {}

    static List<Field> of(SetUp s) {
        SetUpFaults all = new SetUpFaults();
        all.name("/name", s.name());
        if (s.timeZone() == null) {
            all.fault("/timeZone", "is an IANA time zone such as America/New_York");
        }
        all.hours(s.hours());
        all.services(s);
        all.points(s);
        all.providers(s);
        return List.copyOf(all.faults);
    }

    private void hours(OpeningHours hours) {
        if (hours.opens() == null || hours.closes() == null) {
            fault("/hours", "has opens and closes, such as 08:00 and 18:00");
        } else if (new HashSet<>(hours.closedOn()).size() == 7) {
            fault("/hours/closedOn", "leaves at least one day of the week");
        }
    }

    private void services(SetUp s) {
        if (s.services().isEmpty()) {
            fault("/services", "has at least one service");
        }
        Set<String> ids = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (int i = 0; i < s.services().size(); i++) {
            Site.Service service = s.services().get(i);
            String at = "/services/" + i;
            id(at + "/serviceId", service.serviceId(), ids);
            name(at + "/name", service.name());
            if (service.prefix() == null || !service.prefix().matches("[A-Z]{1,3}")) {
                fault(at + "/prefix", "is one to three capital letters");
            } else if (!prefixes.add(service.prefix())) {
                fault(at + "/prefix", "is the prefix of another service");
            }
            need(at + "/needs", service, s);
        }
    }

    private void points(SetUp s) {
        Set<String> services = new HashSet<>();
        s.services().forEach(service -> services.add(service.serviceId()));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < s.servicePoints().size(); i++) {
            ServicePoint point = s.servicePoints().get(i);
            String at = "/servicePoints/" + i;
            id(at + "/id", point.id(), ids);
            name(at + "/name", point.name());
            if (point.serviceIds() == null || point.serviceIds().isEmpty()) {
                fault(at + "/serviceIds", "names at least one service");
            } else if (!services.containsAll(point.serviceIds())) {
                fault(at + "/serviceIds", "names a service that the site does not have");
            }
            if (point.kind() != null && !point.kind().matches(ID)) {
                fault(at + "/kind", "has 1 to 63 small letters, digits or dashes");
            }
        }
    }

    private void need(String pointer, Site.Service service, SetUp s) {
        boolean served = s.servicePoints().stream()
                .filter(point ->
                        point.serviceIds() != null && point.serviceIds().contains(service.serviceId()))
                .anyMatch(point -> service.needs() == null || service.needs().equals(point.kind()));
        if (service.needs() != null && !served) {
            fault(pointer, "is a kind of service point that no point of this service is of");
        }
    }

    private void providers(SetUp s) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < s.providers().size(); i++) {
            Site.Provider provider = s.providers().get(i);
            String at = "/providers/" + i;
            String id = provider.providerId();
            // Providers are known by the identifiers of the EHR, which are of many forms.
            if (id == null || !id.matches("[A-Za-z0-9._-]{1,64}")) {
                fault(at + "/providerId", "has 1 to 64 letters, digits, points or dashes");
            } else if (!ids.add(id)) {
                fault(at + "/providerId", "stands twice");
            }
            name(at + "/name", provider.name());
        }
    }

    private void id(String pointer, String id, Set<String> seen) {
        if (id == null || !id.matches(ID)) {
            fault(pointer, "has 1 to 63 small letters, digits or dashes");
        } else if (!seen.add(id)) {
            fault(pointer, "stands twice");
        }
    }

    private void name(String pointer, String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            fault(pointer, "has 1 to " + LONGEST_NAME + " characters");
        }
    }

    private void fault(String pointer, String message) {
        faults.add(new Field(pointer, message));
    }
}
