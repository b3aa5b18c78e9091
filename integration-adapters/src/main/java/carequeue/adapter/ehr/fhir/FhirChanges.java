package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.param.DateRangeParam;
import carequeue.adapter.ehr.ChangePages;
import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.EhrChange.Kind;
import carequeue.adapter.ehr.EhrChanges;
import carequeue.adapter.ehr.EhrNotification;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.Finding;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.resilience.OutsideFailure;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** Asks a FHIR R4 server what changed: by search, by history, one thing at a time, and by the events of a subscription. */
final class FhirChanges implements EhrChanges {

    private final FhirCalls calls;
    private final AppointmentMapping mapping;
    private final EhrSettings settings;
    private final History history;
    // A server that refuses to sort once is not asked again.
    private final Set<Kind> unsorted = EnumSet.noneOf(Kind.class);

    FhirChanges(FhirCalls calls, AppointmentMapping mapping, EhrSettings settings) {
        this.calls = calls;
        this.mapping = mapping;
        this.settings = settings;
        this.history = new History(calls, settings);
    }

    @Override
    public void since(Kind kind, Instant since, ChangePages pages) {
        Pages follow = new Pages(calls, settings.url(), kind.word());
        Bundle page = first(kind, since);
        while (page != null) {
            page.getEntry().forEach(entry -> hand(kind, entry, pages));
            page = pages.goOn() ? follow.after(page) : null;
        }
    }

    @Override
    public void goneSince(Kind kind, Instant since, ChangePages pages) {
        history.goneSince(kind, since, pages);
    }

    @Override
    public EhrChange now(Kind kind, String ehrId) {
        try {
            Resource now = calls.call(
                    client -> client.read().resource(type(kind)).withId(ehrId).execute());
            return FhirChange.of(now, mapping, settings);
        } catch (OutsideFailure.NotThere gone) {
            return FhirChange.gone(kind, ehrId, null, null);
        }
    }

    @Override
    public EhrNotification events(String subscriptionId, long from, long to) {
        Parameters asked = new Parameters();
        asked.addParameter().setName("eventsSinceNumber").setValue(new StringType("" + from));
        asked.addParameter().setName("eventsUntilNumber").setValue(new StringType("" + to));
        asked.addParameter().setName("content").setValue(new CodeType("id-only"));
        Bundle told = calls.call(client -> client.operation()
                .onInstance("Subscription/" + subscriptionId)
                .named("$events")
                .withParameters(asked)
                .returnResourceType(Bundle.class)
                .execute());
        return Notifications.of(told);
    }

    private Bundle first(Kind kind, Instant since) {
        if (!unsorted.contains(kind)) {
            try {
                return search(kind, since, true);
            } catch (OutsideFailure.Rejected mayNotSort) {
                unsorted.add(kind);
            }
        }
        return search(kind, since, false);
    }

    private Bundle search(Kind kind, Instant since, boolean sorted) {
        return calls.call(client -> {
            IQuery<Bundle> query = client.search()
                    .forResource(type(kind))
                    .lastUpdated(new DateRangeParam().setLowerBoundInclusive(Date.from(since)))
                    .count(settings.pageSize())
                    .returnBundle(Bundle.class);
            return (sorted ? query.sort().ascending("_lastUpdated") : query).execute();
        });
    }

    private void hand(Kind kind, BundleEntryComponent entry, ChangePages pages) {
        Resource found = entry.getResource();
        if (!Found.matches(entry) || found == null || !found.fhirType().equals(kind.word())) {
            return;
        }
        if (found.getIdElement().hasIdPart()) {
            pages.take(FhirChange.of(found, mapping, settings));
        } else {
            pages.refuse(new Unacceptable(kind.word() + "/?", List.of(new Finding("id", "missing"))));
        }
    }

    static Class<? extends Resource> type(Kind kind) {
        return switch (kind) {
            case PATIENT -> Patient.class;
            case APPOINTMENT -> Appointment.class;
        };
    }
}
