package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.Delete;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/** Who wants to be told what: by criteria as in R4, or by topic as in the backport guide. */
final class SubscriptionDoor extends WriteDoor<Subscription> {

    private final Notifier notifier;

    SubscriptionDoor(Records records, ZoneId zone, Notifier notifier) {
        super(records, Subscription.class, zone);
        this.notifier = notifier;
    }

    @ca.uhn.fhir.rest.annotation.Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "status") TokenAndListParam status) {
        return search().common(id, lastUpdated)
                .token(status, one -> Stream.of(new Coding(null, one.getStatus().toCode(), null)))
                .page();
    }

    @Override
    @Create
    public MethodOutcome create(@ResourceParam Subscription fresh, @ConditionalUrlParam String condition) {
        check(fresh);
        fresh.setStatus(SubscriptionStatus.ACTIVE);
        MethodOutcome made = super.create(fresh, condition);
        Subscription kept = (Subscription) made.getResource();
        if (Notifier.byTopic(kept)) {
            notifier.handshake(kept);
        }
        return made;
    }

    @Delete
    public MethodOutcome delete(@IdParam IdType id) {
        if (!records().has("Subscription", id.getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        records().remove("Subscription", id.getIdPart());
        return new MethodOutcome(id);
    }

    @Operation(name = "$events", idempotent = true)
    public Bundle events(
            @IdParam IdType id,
            @OperationParam(name = "eventsSinceNumber") StringType since,
            @OperationParam(name = "eventsUntilNumber") StringType until) {
        read(id.toUnqualifiedVersionless());
        long from = since == null ? 1 : Long.parseLong(since.getValue());
        return notifier.events(id.getIdPart(), from, until == null ? Long.MAX_VALUE : Long.parseLong(until.getValue()));
    }

    @Operation(name = "$status", idempotent = true)
    public Bundle status(@IdParam IdType id) {
        return notifier.status(read(id.toUnqualifiedVersionless()));
    }

    @Override
    List<Identifier> identifiers(Subscription subscription) {
        return List.of();
    }

    @Override
    void check(Subscription wanted) {
        Required.that(wanted.hasCriteria(), "Subscription.criteria");
        Required.that(wanted.hasReason(), "Subscription.reason");
        var channel = wanted.getChannel();
        boolean hook = channel.getType() == SubscriptionChannelType.RESTHOOK
                && channel.hasEndpoint()
                && channel.getEndpoint().matches("https?://.+");
        if (!hook) {
            throw new UnprocessableEntityException("This server knows the channel rest-hook with an endpoint only");
        }
        if (!Notifier.byTopic(wanted) && !wanted.getCriteria().matches("(Patient|Appointment)\\??")) {
            throw new UnprocessableEntityException(
                    "This server knows its topic, Patient? and Appointment? as criteria");
        }
    }

    @Override
    Subscription next(Subscription now, Subscription wanted) {
        if (wanted.getStatus() == SubscriptionStatus.REQUESTED) {
            wanted.setStatus(SubscriptionStatus.ACTIVE);
        }
        return wanted;
    }
}
