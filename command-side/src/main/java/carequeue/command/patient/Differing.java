package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.DifferenceEvent.PatientAgrees;
import carequeue.api.patient.DifferenceEvent.PatientDiffers;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.ConflictPolicy;
import carequeue.api.site.ConflictPolicy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Who said what of a patient, and where an outside system says otherwise than we do. */
abstract class Differing extends Doubles {

    /** Who said a field's value, and when by their own clock, or null. */
    record Source(String system, Instant at) {}

    private final Map<String, Source> sources = new TreeMap<>();
    /** What an outside system says otherwise. */
    record Theirs(@PhiField("theirs") Phi<String> value) {}

    private final Map<String, Theirs> theirs = new TreeMap<>();

    /**
     * The person after news: a system's own values follow its word; where somebody else said them, the rules decide.
     *
     * @param noted takes what is noted of it
     */
    Demographics taken(RecordPatient c, Instant at, List<Object> noted) {
        Demographics known = demographics();
        Demographics result = c.demographics();
        for (PatientField field : PatientField.values()) {
            Phi<String> ours = field.in(known);
            Phi<String> said = field.in(c.demographics());
            boolean own = isOf(c.system(), field);
            if (!field.differ(ours, said)) {
                agreed(field, c, at, noted);
                result = !own && field.isLess(said, ours) ? field.with(result, ours) : result;
            } else if (!own && !judged(field, ours, said, c, at, noted)) {
                result = field.with(result, ours);
            }
        }
        return result;
    }

    private void agreed(PatientField field, RecordPatient c, Instant at, List<Object> noted) {
        if (theirs.containsKey(key(field.toString(), c.system()))) {
            noted.add(new PatientAgrees(c.patientId(), siteId(), field.toString(), c.system(), at));
        }
    }

    /** Whether their value is taken; what is noted already is not noted again. */
    private boolean judged(
            PatientField field, Phi<String> ours, Phi<String> said, RecordPatient c, Instant at, List<Object> noted) {
        if (new Theirs(said).equals(theirs.get(key(field.toString(), c.system())))) {
            return false;
        }
        ConflictPolicy rules = c.rules() == null ? ConflictPolicy.DEFAULT : c.rules();
        Instant oursAt = sources.get(field.toString()).at();
        Verdict verdict = rules.verdict(field.toString(), c.system(), oursAt, c.saidAt());
        noted.add(new PatientDiffers(
                c.patientId(),
                siteId(),
                field.toString(),
                ours,
                said,
                c.system(),
                c.version(),
                oursAt,
                c.saidAt(),
                verdict.rule(),
                verdict.winner(),
                rules.noted(),
                at));
        return verdict.winner() == Side.THEIRS;
    }

    private boolean isOf(String system, PatientField field) {
        Source source = sources.get(field.toString());
        return source == null || source.system().equals(system);
    }

    void said(PatientRegistered e, Instant at) {
        for (PatientField field : PatientField.values()) {
            if (field.in(e.demographics()) != null) {
                sources.put(field.toString(), new Source(Said.US, at));
            }
        }
    }

    /** What a system said and was not kept out by a rule is its own from now on. */
    void said(PatientRecorded e) {
        for (PatientField field : PatientField.values()) {
            String key = key(field.toString(), e.system());
            Phi<String> value = field.in(e.demographics());
            if (theirs.containsKey(key) && !field.differ(value, theirs.get(key).value())) {
                theirs.remove(key);
            }
            if (!theirs.containsKey(key) && value != null) {
                // Our own word has a time; how old another system's is, it says with its next news.
                sources.put(field.toString(), new Source(e.system(), Said.US.equals(e.system()) ? e.readAt() : null));
            }
        }
    }

    @EventSourcingHandler
    void on(PatientDiffers e) {
        if (e.winner() == Side.THEIRS) {
            theirs.remove(key(e.field(), e.system()));
        } else {
            theirs.put(key(e.field(), e.system()), new Theirs(e.theirs()));
        }
    }

    @EventSourcingHandler
    void on(PatientAgrees e) {
        theirs.remove(key(e.field(), e.system()));
    }

    private static String key(String field, String system) {
        return field + " " + system;
    }
}
