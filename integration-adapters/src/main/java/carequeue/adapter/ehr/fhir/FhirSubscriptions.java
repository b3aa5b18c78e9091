package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSubscriptions;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Subscriptions of a FHIR R4 server: by criteria as R4 has them, or by topic as its backport guide has them. */
final class FhirSubscriptions implements EhrSubscriptions {

    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    private static final String TOPICS = GUIDE + "capabilitystatement-subscriptiontopic-canonical";
    private static final int HEARTBEAT_SECONDS = 300;
    private static final Set<SubscriptionStatus> ALIVE =
            EnumSet.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.REQUESTED);

    private final FhirCalls calls;

    FhirSubscriptions(FhirCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Offer> offered() {
        CapabilityStatement says = calls.call(client ->
                client.capabilities().ofType(CapabilityStatement.class).execute());
        List<CapabilityStatementRestResourceComponent> door = says.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .filter(resource -> "Subscription".equals(resource.getType()))
                .filter(FhirSubscriptions::canBeMade)
                .toList();
        List<Offer> topics = door.stream()
                .flatMap(FhirSubscriptions::topics)
                .map(topic -> new Offer(Style.TOPIC, topic))
                .toList();
        Stream<Offer> criteria = door.isEmpty()
                ? Stream.empty()
                : Stream.of("Patient?", "Appointment?").map(what -> new Offer(Style.CRITERIA, what));
        return Stream.concat(topics.stream(), criteria).toList();
    }

    private static boolean canBeMade(CapabilityStatementRestResourceComponent resource) {
        return resource.getInteraction().stream()
                .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.CREATE);
    }

    private static Stream<String> topics(CapabilityStatementRestResourceComponent resource) {
        return resource.getExtension().stream()
                .filter(extension -> TOPICS.equals(extension.getUrl()))
                .map(Extension::getValue)
                .filter(value -> value != null && value.isPrimitive())
                .map(value -> value.primitiveValue());
    }

    @Override
    public String subscribe(Offer offer, Wish wish, String before) {
        Subscription wanted = written(offer, wish);
        Optional<Subscription> there = Optional.ofNullable(before).flatMap(this::alive);
        MethodOutcome outcome = calls.call(client -> {
            if (there.isEmpty()) {
                return client.create().resource(wanted).execute();
            }
            wanted.setId(there.get().getIdElement().toUnqualifiedVersionless());
            wanted.setStatus(there.get().getStatus());
            return client.update().resource(wanted).execute();
        });
        if (outcome.getId() == null || !outcome.getId().hasIdPart()) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "did not say what it calls our subscription");
        }
        return outcome.getId().getIdPart();
    }

    private Optional<Subscription> alive(String id) {
        try {
            Subscription there = calls.call(client ->
                    client.read().resource(Subscription.class).withId(id).execute());
            return Optional.of(there).filter(s -> ALIVE.contains(s.getStatus()));
        } catch (OutsideFailure.NotThere gone) {
            return Optional.empty();
        }
    }

    private static Subscription written(Offer offer, Wish wish) {
        Subscription wanted = new Subscription()
                .setStatus(SubscriptionStatus.REQUESTED)
                .setReason("CareQueue follows patients and appointments")
                .setCriteria(offer.what())
                .setEnd(Date.from(wish.until()));
        wanted.getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint(wish.endpoint().toString())
                .addHeader("Authorization: Bearer " + wish.secret());
        if (offer.style() == Style.TOPIC) {
            wanted.getMeta().addProfile(GUIDE + "backport-subscription");
            wanted.getChannel()
                    .setPayload("application/fhir+json")
                    .addExtension(GUIDE + "backport-heartbeat-period", new UnsignedIntType(HEARTBEAT_SECONDS));
            // Identifiers only: nothing personal has to travel, since the thing is asked for anyway.
            wanted.getChannel()
                    .getPayloadElement()
                    .addExtension(GUIDE + "backport-payload-content", new CodeType("id-only"));
        }
        return wanted;
    }
}
