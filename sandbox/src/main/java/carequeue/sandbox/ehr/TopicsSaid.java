package carequeue.sandbox.ehr;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** Says in the CapabilityStatement, as the backport guide wants it, which topics one can subscribe to. */
@Interceptor
public final class TopicsSaid {

    private static final String EXTENSION = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/"
            + "capabilitystatement-subscriptiontopic-canonical";

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void say(IBaseConformance statement) {
        ((CapabilityStatement) statement)
                .getRest().stream()
                        .flatMap(rest -> rest.getResource().stream())
                        .filter(resource -> "Subscription".equals(resource.getType()))
                        .filter(resource -> !resource.hasExtension(EXTENSION))
                        .forEach(resource -> resource.addExtension(EXTENSION, new CanonicalType(Systems.CHANGES)));
    }
}
