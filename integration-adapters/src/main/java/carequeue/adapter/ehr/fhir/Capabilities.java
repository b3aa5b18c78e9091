package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** What the server said last that it allows; each probe asks anew. */
final class Capabilities {

    private final FhirCalls calls;
    private volatile Allowed allowed;

    Capabilities(FhirCalls calls) {
        this.calls = calls;
    }

    /**
     * What it allows.
     *
     * @throws OutsideFailure.Rejected when it speaks another version of FHIR than R4
     */
    Allowed now() {
        if (allowed == null) {
            allowed = askOnce();
        }
        if (!allowed.isR4()) {
            throw new OutsideFailure.Rejected(EhrService.EHR, otherVersion(allowed));
        }
        return allowed;
    }

    /** Asks, without the guard; a server of another version counts as one that is down. */
    void probe() {
        allowed = ask();
        if (!allowed.isR4()) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, otherVersion(allowed));
        }
    }

    // A server that does not say what it allows is not for that reason left alone; one that is away is asked again.
    private Allowed askOnce() {
        try {
            return calls.guard().call(this::ask);
        } catch (OutsideFailure.Unavailable away) {
            throw away;
        } catch (OutsideFailure unsaid) {
            return Allowed.UNSAID;
        }
    }

    private Allowed ask() {
        Allowed said = Allowed.read(calls.openlyOrKnown(client -> client.capabilities()
                .ofType(CapabilityStatement.class)
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .execute()));
        calls.refuse(said.isR4() ? null : otherVersion(said));
        return said;
    }

    private static String otherVersion(Allowed said) {
        return "speaks FHIR " + said.fhirVersion() + "; CareQueue needs R4 (4.0.1), nothing is read or written";
    }
}
