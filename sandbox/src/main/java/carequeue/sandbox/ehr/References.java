package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Refuses references to resources that are not here. */
final class References {

    private References() {}

    static void check(Base within, Records records) {
        for (Property property : within.children()) {
            for (Base value : property.getValues()) {
                if (value instanceof Reference reference) {
                    check(reference, records);
                } else if (!(value instanceof Resource)) {
                    check(value, records);
                }
            }
        }
    }

    private static void check(Reference reference, Records records) {
        var target = reference.getReferenceElement();
        if (reference.hasReference()
                && !target.isLocal()
                && !records.has(target.getResourceType(), target.getIdPart())) {
            throw new UnprocessableEntityException("There is no " + reference.getReference());
        }
    }
}
