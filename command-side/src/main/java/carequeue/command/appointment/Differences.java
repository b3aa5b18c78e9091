package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.CANCELLED;
import static carequeue.api.appointment.AppointmentStatus.ENTERED_IN_ERROR;
import static carequeue.api.appointment.AppointmentStatus.FULFILLED;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;
import static carequeue.command.appointment.AppointmentField.PATIENT;
import static carequeue.command.appointment.AppointmentField.STATUS;

import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent.OutsideChangeNoted;
import carequeue.api.appointment.AppointmentNews.AppointmentAgrees;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy;
import carequeue.api.site.ConflictPolicy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Where what an outside system says of an appointment is not what we know, field by field, and what comes of it. */
record Differences(RecordAppointment said, Slot theirs, AppointmentMemory known, Instant at) {

    /** While our history leads: nothing is taken, each difference is noted for a rule or a person. */
    List<Object> noted() {
        List<Object> events = new ArrayList<>();
        String word = null;
        for (AppointmentField field : AppointmentField.values()) {
            if (!differsFromOurs(field)) {
                agrees(field, events);
            } else if (isNew(field)) {
                Verdict verdict = verdict(field);
                // A place in the line is never moved by a system.
                Side winner = verdict.winner() == Side.THEIRS ? null : verdict.winner();
                word = word != null ? word : wordOf(field);
                events.add(differs(field, new Verdict(verdict.rule(), winner)));
            }
        }
        if (word != null && said.version() != null) {
            events.add(0, new OutsideChangeNoted(said.appointmentId(), said.system(), said.version(), word, at));
        }
        return events;
    }

    /** Before the arrival: a system's own values follow its word; where somebody else said them, the rules decide. */
    List<Object> judged() {
        List<Object> events = new ArrayList<>();
        Slot to = known.slot();
        boolean statusTaken = true;
        for (AppointmentField field : AppointmentField.values()) {
            boolean takes = true;
            if (!differsFromOurs(field)) {
                agrees(field, events);
            } else if (field == PATIENT || !known.isOf(said.system(), field)) {
                Verdict verdict = verdict(field);
                takes = verdict.winner() == Side.THEIRS && field != PATIENT;
                if (isNew(field)) {
                    events.add(differs(field, takes ? verdict : kept(field, verdict)));
                }
            }
            to = takes ? field.taken(to, theirs) : to;
            statusTaken = field == STATUS ? takes : statusTaken;
        }
        if (!to.equals(known.slot())) {
            events.add(OutsideNews.moved(said.appointmentId(), to, null, said.system(), said.version(), at));
        }
        if (statusTaken) {
            StatusNews.of(said, known, at).ifPresent(events::add);
        }
        return events;
    }

    /** Whose appointment it is, no system decides. */
    private static Verdict kept(AppointmentField field, Verdict verdict) {
        return field == PATIENT && verdict.winner() == Side.THEIRS ? new Verdict(verdict.rule(), null) : verdict;
    }

    private boolean differsFromOurs(AppointmentField field) {
        if (field != STATUS) {
            return !Objects.equals(field.in(known.slot()), field.in(theirs));
        }
        if (known.leads()) {
            boolean ended = Set.of(CANCELLED, NOSHOW, ENTERED_IN_ERROR).contains(said.status());
            return ended || said.status() == FULFILLED && !known.is(FULFILLED);
        }
        return StatusNews.of(said, known, at).filter(StatusNews::changes).isPresent();
    }

    private boolean isNew(AppointmentField field) {
        return !known.differs(field, said.system())
                || !Objects.equals(known.differing(field, said.system()), theirValue(field));
    }

    private void agrees(AppointmentField field, List<Object> events) {
        if (known.differs(field, said.system())) {
            events.add(new AppointmentAgrees(said.appointmentId(), field.toString(), said.system(), at));
        }
    }

    private Verdict verdict(AppointmentField field) {
        return rules().verdict(field.toString(), said.system(), oursAt(field), said.saidAt());
    }

    private Instant oursAt(AppointmentField field) {
        return field == STATUS && known.leads() ? known.hereSince() : known.saidAt(field);
    }

    private ConflictPolicy rules() {
        return said.rules() == null ? ConflictPolicy.DEFAULT : said.rules();
    }

    private String theirValue(AppointmentField field) {
        return field == STATUS ? said.status().toString() : field.in(theirs);
    }

    private String wordOf(AppointmentField field) {
        return switch (field) {
            case STATUS -> said.status().toString();
            case PATIENT -> "patient";
            case TIME, PROVIDER, SERVICE -> "moved";
        };
    }

    private AppointmentDiffers differs(AppointmentField field, Verdict verdict) {
        return new AppointmentDiffers(
                said.appointmentId(),
                known.slot().siteId(),
                known.slot().patientId(),
                known.leads() ? known.visitId() : null,
                field.toString(),
                field == STATUS ? known.status().toString() : field.in(known.slot()),
                theirValue(field),
                said.system(),
                said.version(),
                oursAt(field),
                said.saidAt(),
                verdict.rule(),
                verdict.winner(),
                rules().noted(),
                at);
    }
}
