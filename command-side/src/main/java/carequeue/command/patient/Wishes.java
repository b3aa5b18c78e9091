package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.Contact;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Covered;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.AskContact;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.PatientCommand.ChangePreferences;
import carequeue.api.patient.PatientCommand.RecordCoverages;
import carequeue.api.patient.PatientEvent.CoverageEnded;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.patient.PatientEvent.PreferencesChanged;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;

/** Who pays for a patient, and how the patient wants to be told. */
abstract class Wishes {

    private final Map<String, Coverage> coverages = new TreeMap<>();
    private Preferences preferences = Preferences.NONE;
    private Demographics demographics;

    abstract String patientId();

    abstract void happens(Object event, MetaData said, Clock clock, Sites sites);

    /** The devices that take push messages, or null. */
    abstract Phi<String> push();

    abstract void mustStandAlone(String can);

    void reachedBy(Demographics latest) {
        demographics = latest;
    }

    /** Who the patient is, as far as is known. */
    Demographics demographics() {
        return demographics;
    }

    List<Coverage> coverages() {
        return List.copyOf(coverages.values());
    }

    @CommandHandler
    void handle(RecordCoverages c, MetaData said, Clock clock, Sites sites) {
        mustStandAlone("have other coverages");
        CoverageRules.mustBePossible(c.coverages());
        c.coverages().stream()
                .filter(known -> !known.equals(coverages.get(known.coverageId())))
                .forEach(news -> happens(new CoverageRecorded(patientId(), news, c.source()), said, clock, sites));
        List<String> named = c.coverages().stream().map(Coverage::coverageId).toList();
        List.copyOf(coverages.keySet()).stream()
                .filter(id -> !named.contains(id))
                .forEach(id -> happens(new CoverageEnded(patientId(), id, c.source()), said, clock, sites));
    }

    @CommandHandler
    Covered handle(AskCoverages c) {
        return new Covered(
                patientId(),
                coverages.values().stream()
                        .filter(one -> one.runsOn(c.day()))
                        .sorted(Comparator.comparing(Coverage::order))
                        .map(Coverage::ref)
                        .toList());
    }

    @CommandHandler
    void handle(ChangePreferences c, MetaData said, Clock clock, Sites sites) {
        mustStandAlone("have other wishes");
        prefers(c.preferences(), "patient", said, clock, sites);
    }

    @CommandHandler
    void handle(ChangeConsent c, MetaData said, Clock clock, Sites sites) {
        prefers(preferences.with(c.channel(), c.consent()), c.source(), said, clock, sites);
    }

    /** The patient said yes or no to one way, if they had not said so before. */
    void consents(MessageChannel way, Consent consent, String source, MetaData said, Clock clock, Sites sites) {
        prefers(preferences.with(way, consent), source, said, clock, sites);
    }

    private void prefers(Preferences now, String source, MetaData said, Clock clock, Sites sites) {
        if (!now.equals(preferences)) {
            happens(new PreferencesChanged(patientId(), now, source), said, clock, sites);
        }
    }

    @CommandHandler
    Contact handle(AskContact c) {
        return new Contact(patientId(), preferences, demographics.phone(), demographics.email(), push());
    }

    @EventSourcingHandler
    void on(CoverageRecorded e) {
        coverages.put(e.coverage().coverageId(), e.coverage());
    }

    @EventSourcingHandler
    void on(CoverageEnded e) {
        coverages.remove(e.coverageId());
    }

    @EventSourcingHandler
    void on(PreferencesChanged e) {
        preferences = e.preferences();
    }
}
