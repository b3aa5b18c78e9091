package carequeue.api.site;

import carequeue.api.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the practice management system calls this site, its services and its providers; what no site's table names is nobody's and goes to the worklist.
 *
 * @param rows its departments and kinds of appointment; the row of a kind goes before the one of {@code *}
 * @param providers our provider by its identifier there; one that is not named is called the same
 */
public record PmsMapping(String name, int version, List<Row> rows, Map<String, String> providers) implements Policy {

    /** The values a site starts with: without rows, a department and kind that are called as our site and service are those. */
    public static final PmsMapping DEFAULT = new PmsMapping("pms-mapping", 1, List.of(), Map.of());

    private static final String ANY = "*";

    public PmsMapping {
        if (rows == null || rows.stream().anyMatch(row -> row == null || !row.complete())) {
            throw new Refused.BadField("/rows", "is a list of department, appointmentType and serviceId");
        }
        rows = List.copyOf(rows);
        providers = providers == null ? Map.of() : Map.copyOf(providers);
    }

    /** One row: a department there, a kind of appointment or {@code *}, and our service. */
    public record Row(String department, String appointmentType, String serviceId) {

        boolean complete() {
            return Stream.of(department, appointmentType, serviceId).noneMatch(s -> s == null || s.isBlank());
        }
    }

    @Override
    public void mustBeUsable() {
        Set<List<String>> seen = new HashSet<>();
        if (!rows.stream().allMatch(row -> seen.add(List.of(row.department(), row.appointmentType())))) {
            throw new Refused.BadField("/rows", "names a department and kind twice");
        }
    }

    /** The service of a department and kind, if they are this site's. */
    public Optional<String> service(String siteId, String department, String appointmentType) {
        if (rows.isEmpty()) {
            return department.equals(siteId) ? Optional.of(appointmentType) : Optional.empty();
        }
        return row(department, appointmentType).or(() -> row(department, ANY)).map(Row::serviceId);
    }

    private Optional<Row> row(String department, String appointmentType) {
        return rows.stream()
                .filter(row -> row.department().equals(department)
                        && row.appointmentType().equals(appointmentType))
                .findFirst();
    }

    /** Whether a department is this site's, whatever for. */
    public boolean names(String siteId, String department) {
        return rows.isEmpty()
                ? department.equals(siteId)
                : rows.stream().anyMatch(row -> row.department().equals(department));
    }

    /** What a service of this site is called there: the row that names its kind, or else one that takes every kind. */
    public Optional<Row> called(String siteId, String serviceId) {
        if (rows.isEmpty()) {
            return Optional.of(new Row(siteId, serviceId, serviceId));
        }
        List<Row> fitting =
                rows.stream().filter(row -> row.serviceId().equals(serviceId)).toList();
        return fitting.stream()
                .filter(row -> !row.appointmentType().equals(ANY))
                .findFirst()
                .or(() -> fitting.stream().findFirst().map(row -> new Row(row.department(), serviceId, serviceId)))
                .filter(row ->
                        service(siteId, row.department(), row.appointmentType()).equals(Optional.of(serviceId)));
    }

    /** What our provider is called there, or null where none is said. */
    public String providerThere(String ours) {
        return providers.entrySet().stream()
                .filter(row -> row.getValue().equals(ours))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(ours);
    }

    /** Our provider, or null where none is said. */
    public String provider(String theirs) {
        return theirs == null || theirs.isBlank() ? null : providers.getOrDefault(theirs, theirs);
    }
}
