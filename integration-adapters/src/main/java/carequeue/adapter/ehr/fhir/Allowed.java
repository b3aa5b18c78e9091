package carequeue.adapter.ehr.fhir;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/**
 * What a server says it allows.
 *
 * @param fhirVersion such as {@code 4.0.1}, or null where it does not say
 * @param byType its resources; empty where it names none, and then everything is tried
 */
record Allowed(String fhirVersion, Map<String, CapabilityStatementRestResourceComponent> byType) {

    /** Of a server that did not say. */
    static final Allowed UNSAID = new Allowed(null, Map.of());

    static Allowed read(CapabilityStatement statement) {
        return new Allowed(
                statement.getFhirVersionElement().getValueAsString(),
                statement.getRest().stream()
                        .filter(rest ->
                                !rest.hasMode() || rest.getMode().toCode().equals("server"))
                        .flatMap(rest -> rest.getResource().stream())
                        .collect(Collectors.toMap(
                                resource -> resource.getTypeElement().getValueAsString(),
                                resource -> resource,
                                (one, other) -> one)));
    }

    boolean isR4() {
        // 4.2 and 4.4 to 4.6 were drafts of R5.
        return fhirVersion == null || fhirVersion.matches("4\\.[013](\\..*)?");
    }

    /** Whether the server allows it, or names no resources at all; one that lists none for a type may allow any. */
    boolean may(String type, TypeRestfulInteraction interaction) {
        return byType.isEmpty()
                || of(type).filter(resource -> !resource.hasInteraction()
                                || resource.getInteraction().stream().anyMatch(it -> it.getCode() == interaction))
                        .isPresent();
    }

    /** The search parameters that it names for a type, empty where it does not say. */
    Set<String> searches(String type) {
        return of(type).stream()
                .flatMap(resource -> resource.getSearchParam().stream())
                .map(CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it makes a resource only unless it is there; a server that does not say so is not trusted to. */
    boolean conditionalCreate(String type) {
        return byType.isEmpty()
                || of(type).filter(CapabilityStatementRestResourceComponent::getConditionalCreate)
                        .isPresent();
    }

    private Optional<CapabilityStatementRestResourceComponent> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
