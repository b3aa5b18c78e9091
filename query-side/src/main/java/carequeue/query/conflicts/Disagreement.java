package carequeue.query.conflicts;

import carequeue.api.Phi;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.conflict.ConflictEvent.ConflictChanged;
import carequeue.api.conflict.ConflictEvent.ConflictRaised;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictQuery.ConflictPatient;
import carequeue.api.conflict.ConflictQuery.ConflictView;
import carequeue.api.conflict.ConflictQuery.Decision;
import carequeue.api.conflict.ConflictQuery.SaidView;
import carequeue.api.conflict.ConflictState;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy;
import java.time.Instant;

/** A conflict as its fold knows it; the values stand apart, since they are personal. */
record Disagreement(About about, Voice ours, Voice theirs, ConflictState state, Ruling ruling, Values values) {

    /** What it is about. */
    record About(
            String conflictId,
            String siteId,
            ConflictSubject subject,
            String subjectId,
            String patientId,
            String visitId,
            String field,
            ConflictPolicy.Rule rule,
            String policy,
            Instant raisedAt) {}

    /** Which system said it and when. */
    record Voice(String system, Instant at, String version) {
        static Voice of(Said said) {
            return said == null ? null : new Voice(said.system(), said.at(), said.version());
        }
    }

    /** How it was decided; null while it is open. */
    record Ruling(ConflictPolicy.Rule how, Side side, String by, String reason, Instant at) {}

    /** What is said, and what holds. */
    record Values(String ours, String theirs, String decided) {
        static final Values NONE = new Values(null, null, null);
    }

    /** The conflict after an event; {@code before} is null where there was none yet. */
    static Disagreement on(Disagreement before, ConflictEvent event) {
        if (event instanceof ConflictRaised e) {
            About about = new About(
                    e.conflictId(),
                    e.siteId(),
                    e.subject(),
                    e.subjectId(),
                    e.patientId(),
                    e.visitId(),
                    e.field(),
                    e.rule(),
                    e.policy(),
                    e.at());
            Values values = new Values(value(e.ours()), value(e.theirs()), null);
            return new Disagreement(about, Voice.of(e.ours()), Voice.of(e.theirs()), ConflictState.OPEN, null, values);
        } else if (before == null) {
            return null;
        } else if (event instanceof ConflictChanged e) {
            Values values = new Values(value(e.ours()), value(e.theirs()), null);
            return new Disagreement(
                    before.about, Voice.of(e.ours()), Voice.of(e.theirs()), before.state, before.ruling, values);
        }
        return event instanceof ConflictResolved e ? before.resolved(e) : before;
    }

    private Disagreement resolved(ConflictResolved e) {
        Ruling now = new Ruling(e.how(), e.side(), e.by(), e.reason(), e.at());
        Values all = new Values(values.ours(), values.theirs(), text(e.value()));
        return new Disagreement(about, ours, theirs, ConflictState.RESOLVED, now, all);
    }

    private static String value(Said said) {
        return said == null ? null : text(said.value());
    }

    private static String text(Phi<String> value) {
        return Phi.text(value, v -> v, value == null ? null : Phi.ERASED);
    }

    ConflictView view(String name) {
        return new ConflictView(
                about.conflictId(),
                about.siteId(),
                about.subject(),
                about.subjectId(),
                about.patientId() == null ? null : new ConflictPatient(about.patientId(), name),
                about.visitId(),
                about.field(),
                said(ours, values.ours()),
                said(theirs, values.theirs()),
                ruling == null ? about.rule() : ruling.how(),
                about.policy(),
                state,
                ruling == null
                        ? null
                        : new Decision(ruling.side(), values.decided(), ruling.by(), ruling.reason(), ruling.at()),
                about.raisedAt());
    }

    private static SaidView said(Voice voice, String value) {
        return voice == null ? null : new SaidView(voice.system(), value, voice.at(), voice.version());
    }
}
