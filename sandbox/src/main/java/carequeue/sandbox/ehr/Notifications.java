package carequeue.sandbox.ehr;

import carequeue.sandbox.ehr.EventLog.Event;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Writes notifications as the R4 backport guide has them: the status of the subscription first, then what each event is about. */
final class Notifications {

    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private final Clock clock;

    Notifications(Clock clock) {
        this.clock = clock;
    }

    /** @param type such as {@code event-notification} */
    Bundle of(String subscription, String status, String type, long soFar, List<Event> events) {
        Bundle bundle = new Bundle();
        bundle.getMeta().addProfile(GUIDE + "backport-subscription-notification-r4");
        bundle.setType(BundleType.HISTORY).setTimestamp(Date.from(clock.instant()));
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + UUID.randomUUID())
                .setResource(status(subscription, status, type, soFar, events))
                .getRequest()
                .setMethod(HTTPVerb.GET)
                .setUrl("Subscription/" + subscription + "/$status");
        bundle.getEntryFirstRep().getResponse().setStatus("200");
        for (Event event : events) {
            var entry = bundle.addEntry().setFullUrl(event.focus());
            entry.getRequest()
                    .setMethod(event.deleted() ? HTTPVerb.DELETE : HTTPVerb.PUT)
                    .setUrl(event.focus());
            entry.getResponse().setStatus(event.deleted() ? "204" : "200");
        }
        return bundle;
    }

    private static Parameters status(String subscription, String status, String type, long soFar, List<Event> events) {
        Parameters says = new Parameters();
        says.getMeta().addProfile(GUIDE + "backport-subscription-status-r4");
        says.addParameter().setName("subscription").setValue(new Reference("Subscription/" + subscription));
        says.addParameter().setName("topic").setValue(new CanonicalType(Systems.CHANGES));
        says.addParameter().setName("status").setValue(new CodeType(status));
        says.addParameter().setName("type").setValue(new CodeType(type));
        says.addParameter().setName("events-since-subscription-start").setValue(new StringType("" + soFar));
        for (Event event : events) {
            var part = says.addParameter().setName("notification-event");
            part.addPart().setName("event-number").setValue(new StringType("" + event.number()));
            part.addPart().setName("timestamp").setValue(new InstantType(Date.from(event.at())));
            part.addPart().setName("focus").setValue(new Reference(event.focus()));
        }
        return says;
    }
}
