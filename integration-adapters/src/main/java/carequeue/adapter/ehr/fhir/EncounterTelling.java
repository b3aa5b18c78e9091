package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/** Makes and moves the Encounter of a visit, which is found again by the visit's identifier, and reads it back. */
final class EncounterTelling {

    private final FhirCalls calls;
    private final EncounterWriting writing;

    EncounterTelling(FhirCalls calls, EhrSettings settings) {
        this.calls = calls;
        this.writing = new EncounterWriting(settings);
    }

    Told tell(EncounterNews news) {
        return Retold.again(() -> once(news));
    }

    private Told once(EncounterNews news) {
        EncounterStatus status = Statuses.theirs(news.status());
        Encounter found = find(news).orElseGet(() -> make(news));
        if (news.back() ? found.getStatus() == status : Statuses.reached(found.getStatus(), status)) {
            return told(found);
        }
        if (found.getStatus() == EncounterStatus.FINISHED) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "says of the encounter: finished");
        }
        writing.move(found, news);
        calls.call(client -> client.update().resource(found).execute());
        Encounter now = read(found.getIdElement().getIdPart());
        if (now.getStatus() != status) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not show the encounter's status");
        }
        return told(now);
    }

    private Optional<Encounter> find(EncounterNews news) {
        if (news.encounterId() != null) {
            return Optional.of(read(news.encounterId()));
        }
        return byVisit(news.visitId());
    }

    private Encounter make(EncounterNews news) {
        Encounter fresh = writing.fresh(news);
        var outcome = calls.call(client -> client.create()
                .resource(fresh)
                .conditionalByUrl("Encounter?identifier=" + Identifiers.VISIT + "|" + news.visitId())
                .execute());
        if (outcome.getId() != null && outcome.getId().hasIdPart()) {
            return read(outcome.getId().getIdPart());
        }
        return byVisit(news.visitId())
                .orElseThrow(() -> new OutsideFailure.Unavailable(EhrService.EHR, "does not show the encounter made"));
    }

    private Optional<Encounter> byVisit(String visitId) {
        Bundle bundle = calls.call(client -> client.search()
                .forResource(Encounter.class)
                .where(Encounter.IDENTIFIER.exactly().systemAndIdentifier(Identifiers.VISIT, visitId))
                .returnBundle(Bundle.class)
                .execute());
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .findFirst();
    }

    private Encounter read(String id) {
        return calls.call(
                client -> client.read().resource(Encounter.class).withId(id).execute());
    }

    private static Told told(Encounter encounter) {
        return new Told(
                "Encounter",
                encounter.getIdElement().getIdPart(),
                encounter.getIdElement().getVersionIdPart());
    }
}
