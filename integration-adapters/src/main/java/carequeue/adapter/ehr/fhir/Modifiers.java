package carequeue.adapter.ehr.fhir;

import org.hl7.fhir.r4.model.DomainResource;

/** What may turn the meaning of a resource around: it is not read as if that were not there. */
final class Modifiers {

    private Modifiers() {}

    /**
     * Notes what a resource says that would change its meaning.
     *
     * <p>Source: https://hl7.org/fhir/R4/extensibility.html#modifierExtension and resource.html#implicitRules.
     */
    static void check(DomainResource resource, Findings wrong) {
        if (resource.hasModifierExtension()) {
            wrong.add("modifierExtension", "not-understood");
        }
        if (resource.hasImplicitRules()) {
            wrong.add("implicitRules", "not-understood");
        }
    }

    static boolean none(DomainResource resource) {
        return !resource.hasModifierExtension() && !resource.hasImplicitRules();
    }
}
