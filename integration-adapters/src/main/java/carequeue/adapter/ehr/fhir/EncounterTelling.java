package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/** Makes and moves the Encounter of a visit, which is found again by the visit's identifier, and reads it back. */
final class EncounterTelling {

    private final FhirCalls calls;
    private final Writing writing;
    private final EncounterSearch search;
    private final EncounterWriting words;
    private final Vendor vendor;

    EncounterTelling(FhirCalls calls, Writing writing, Capabilities capabilities, EhrSettings settings, Vendor vendor) {
        this.calls = calls;
        this.writing = writing;
        this.search = new EncounterSearch(calls, capabilities, settings.url());
        this.words = new EncounterWriting(settings);
        this.vendor = vendor;
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
        if (!vendor.statusOfEncounters()) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "does not let the status of its encounters be changed");
        }
        words.move(found, news);
        writing.change(found, words.patch(found));
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
        return search.of(news);
    }

    private Encounter make(EncounterNews news) {
        String made = writing.make(words.fresh(news), Identifiers.VISIT, news.visitId());
        if (made != null) {
            return read(made);
        }
        return search.of(news)
                .orElseThrow(() -> new OutsideFailure.Unavailable(EhrService.EHR, "does not show the encounter made"));
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
