package carequeue.sandbox.ehr;

import java.util.Map;
import java.util.Set;

/**
 * A vendor's server: where it is and which interactions it has, by type; types that are not named can be read and searched.
 *
 * <p>Source: the public CapabilityStatement of fhir.epic.com, and
 * https://docs.oracle.com/en/industries/health/millennium-platform-apis/mfrap.
 */
enum Flavour {
    EPIC("/epic/api/FHIR/R4", "Epic", Map.of("Patient", Set.of("read", "search-type", "create"))),
    CERNER(
            "/cerner/r4",
            "Oracle Health Millennium Platform",
            Map.of(
                    "Patient", Set.of("read", "search-type", "create"),
                    "Encounter", Set.of("read", "search-type", "create", "patch"),
                    "Appointment", Set.of("read", "search-type", "patch")));

    private static final Set<String> READ_ONLY = Set.of("read", "search-type");

    private final String path;
    private final String software;
    private final Map<String, Set<String>> interactions;

    Flavour(String path, String software, Map<String, Set<String>> interactions) {
        this.path = path;
        this.software = software;
        this.interactions = interactions;
    }

    String path() {
        return path;
    }

    String software() {
        return software;
    }

    Set<String> interactions(String type) {
        return interactions.getOrDefault(type, READ_ONLY);
    }
}
