package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;

/** Writes as the server allows: whole by PUT or in part by JSON Patch, always on the version that was read. */
final class Writing {

    private final FhirCalls calls;
    private final Capabilities capabilities;

    Writing(FhirCalls calls, Capabilities capabilities) {
        this.calls = calls;
        this.capabilities = capabilities;
    }

    /**
     * Changes a resource.
     *
     * @param changed as it was read, with the change made
     * @param patch the same change as a JSON Patch (RFC 6902)
     * @throws OutsideFailure.Rejected when the server allows neither
     */
    void change(DomainResource changed, String patch) {
        String type = changed.fhirType();
        Allowed allowed = capabilities.now();
        if (allowed.may(type, TypeRestfulInteraction.UPDATE)) {
            calls.call(client -> client.update().resource(changed).execute());
        } else if (allowed.may(type, TypeRestfulInteraction.PATCH)) {
            patch(changed, patch);
        } else {
            throw new OutsideFailure.Rejected(EhrService.EHR, "does not let its " + word(type) + " be changed");
        }
    }

    /** The same, in part wherever the server takes that: what we could not read of the resource is not lost. */
    void changePart(DomainResource changed, String patch) {
        Allowed allowed = capabilities.now();
        boolean inPart = !allowed.byType().isEmpty()
                && allowed.may(changed.fhirType(), TypeRestfulInteraction.PATCH)
                && changed.getIdElement().hasVersionIdPart();
        if (inPart) {
            patch(changed, patch);
        } else {
            change(changed, patch);
        }
    }

    private void patch(DomainResource changed, String patch) {
        calls.call(client -> client.patch()
                .withBody(patch)
                .withId(changed.getIdElement().toUnqualifiedVersionless())
                .withAdditionalHeader("If-Match", version(changed.getIdElement()))
                .execute());
    }

    /**
     * Makes a resource unless one with the identifier is there.
     *
     * @return its identifier there, or null where the server does not say
     */
    String make(DomainResource fresh, String system, String value) {
        String type = fresh.fhirType();
        Allowed allowed = capabilities.now();
        if (!allowed.may(type, TypeRestfulInteraction.CREATE)) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "does not let its " + word(type) + " be made");
        }
        MethodOutcome outcome = calls.call(client -> {
            var create = client.create().resource(fresh);
            return allowed.conditionalCreate(type)
                    ? create.conditionalByUrl(type + "?identifier=" + system + "|" + value)
                            .execute()
                    : create.execute();
        });
        return outcome.getId() == null ? null : outcome.getId().getIdPart();
    }

    private static String version(IdType id) {
        if (!id.hasVersionIdPart()) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "names no version that could be changed");
        }
        return "W/\"" + id.getVersionIdPart() + "\"";
    }

    private static String word(String type) {
        return type.toLowerCase(java.util.Locale.ROOT) + "s";
    }
}
