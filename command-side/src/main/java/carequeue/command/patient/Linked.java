package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.conflict.Said;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.CorrectPatient;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientCommand.SettleDifference;
import carequeue.api.patient.PatientEvent.OlderNewsOfPatient;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;

/** Under which identifiers outside systems know a patient, and how far each has told us. */
abstract class Linked extends Differing {

    private final Map<String, String> links = new TreeMap<>();
    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, String> ignored = new TreeMap<>();
    private final Set<String> deceasedBy = new TreeSet<>();

    @CommandHandler
    void handle(LinkPatient c, MetaData said, Clock clock, Sites sites) {
        if (!c.outsideId().equals(links.get(c.system()))) {
            happens(new PatientLinked(patientId(), c.system(), c.outsideId()), said, clock, sites);
        }
    }

    @CommandHandler
    void handle(SettleDifference c, MetaData said, Clock clock, Sites sites) {
        PatientField field =
                PatientField.of(c.field()).orElseThrow(() -> new Refused.BadField("/field", "is none of a patient"));
        Demographics who = field.with(demographics(), c.value());
        if (!who.equals(demographics())) {
            PatientRecorded settled = new PatientRecorded(
                    patientId(),
                    siteId(),
                    who,
                    c.system(),
                    links.get(c.system()),
                    versions.get(c.system()),
                    deceasedBy.contains(c.system()),
                    Moment.of(said, clock).at());
            happens(settled, said, clock, sites);
        }
    }

    @CommandHandler
    void handle(CorrectPatient c, MetaData said, Clock clock, Sites sites) {
        Demographics who = demographics();
        for (PatientField field : PatientField.values()) {
            Phi<String> value = field.in(c.said());
            who = value == null ? who : field.with(who, value);
        }
        if (!who.equals(demographics())) {
            Instant at = Moment.of(said, clock).at();
            happens(
                    new PatientRecorded(patientId(), siteId(), who, Said.US, null, null, deceased(), at),
                    said,
                    clock,
                    sites);
        }
    }

    // Versions that are not numbers say nothing about which came first.
    boolean isOlder(RecordPatient c) {
        String version = c.version();
        String than = versions.get(c.system());
        return version != null
                && than != null
                && version.matches("\\d{1,18}")
                && than.matches("\\d{1,18}")
                && Long.parseLong(version) < Long.parseLong(than);
    }

    /** What is older than what the same system said before is noted once. */
    void older(RecordPatient c, MetaData said, Clock clock, Sites sites) {
        if (!c.version().equals(ignored.get(c.system()))) {
            String known = versions.get(c.system());
            happens(new OlderNewsOfPatient(patientId(), c.system(), c.version(), known), said, clock, sites);
        }
    }

    /** Whether news change who the patient is, or what the system is to them. */
    boolean changes(RecordPatient c, Demographics who) {
        return !versions.containsKey(c.system())
                || !who.equals(demographics())
                || !c.outsideId().equals(links.get(c.system()))
                || c.deceased() != deceasedBy.contains(c.system());
    }

    @Override
    boolean deceased() {
        return !deceasedBy.isEmpty();
    }

    void linked(PatientRecorded e) {
        if (Said.US.equals(e.system())) {
            return;
        }
        links.put(e.system(), e.outsideId());
        versions.put(e.system(), e.version());
        if (e.deceased()) {
            deceasedBy.add(e.system());
        } else {
            deceasedBy.remove(e.system());
        }
    }

    @EventSourcingHandler
    void on(PatientLinked e) {
        links.put(e.system(), e.outsideId());
    }

    @EventSourcingHandler
    void on(OlderNewsOfPatient e) {
        ignored.put(e.system(), e.version());
    }
}
