package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;

/** Refuses a resource that lacks what the standard or this server asks for, naming the element. */
final class Required {

    private Required() {}

    static void that(boolean there, String element) {
        if (!there) {
            throw new UnprocessableEntityException(element + " is missing");
        }
    }
}
