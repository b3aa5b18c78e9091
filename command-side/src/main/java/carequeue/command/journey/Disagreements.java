package carequeue.command.journey;

import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.conflict.ConflictCommand.RaiseConflict;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.patient.DifferenceEvent.PatientDiffers;

/** What another system says otherwise, as the conflict that it is. */
final class Disagreements {

    private Disagreements() {}

    static RaiseConflict of(String conflictId, AppointmentDiffers e) {
        return new RaiseConflict(
                conflictId,
                e.siteId(),
                ConflictSubject.APPOINTMENT,
                e.appointmentId(),
                e.patientId(),
                e.visitId(),
                e.field(),
                new Said(Said.US, Phi.of(e.ours()), e.oursAt(), null),
                new Said(e.system(), Phi.of(e.theirs()), e.theirsAt(), e.version()),
                e.rule(),
                e.winner(),
                e.policy());
    }

    static RaiseConflict of(String conflictId, PatientDiffers e, String visitId) {
        return new RaiseConflict(
                conflictId,
                e.siteId(),
                ConflictSubject.PATIENT,
                e.patientId(),
                e.patientId(),
                visitId,
                e.field(),
                new Said(Said.US, e.ours(), e.oursAt(), null),
                new Said(e.system(), e.theirs(), e.theirsAt(), e.version()),
                e.rule(),
                e.winner(),
                e.policy());
    }
}
