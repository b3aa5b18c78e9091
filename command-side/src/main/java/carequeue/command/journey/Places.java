package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.Identification;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.command.journey.Orders.Answer;
import java.time.Instant;
import java.time.LocalDate;

/** The orders by which a process gives a visit its patient and its places. */
final class Places {

    private Places() {}

    /** The first place of a visit, with the arrival time of "I am here". */
    static JoinQueue first(CheckInRequested r, String patientId, Errand errand) {
        return new JoinQueue(
                Ids.queue(r.siteId(), r.serviceId(), r.businessDay()),
                r.siteId(),
                r.serviceId(),
                r.businessDay(),
                Ids.derived("entry", errand.visitId(), errand.eventId()),
                r.visitId(),
                patientId,
                r.acuity(),
                r.providerId(),
                r.slot(),
                r.at(),
                null);
    }

    /** A further place of a visit, with the ticket it has. */
    static JoinQueue further(
            EntryJoined before,
            String patientId,
            Integer acuity,
            String siteId,
            String serviceId,
            LocalDate day,
            Instant arrivedAt,
            String entryId) {
        return new JoinQueue(
                Ids.queue(siteId, serviceId, day),
                siteId,
                serviceId,
                day,
                entryId,
                before.visitId(),
                patientId,
                acuity,
                null,
                null,
                arrivedAt,
                before.ticket());
    }

    /** The patient as typed in, registered; where the record number is known meanwhile, the patient who has it. */
    static String registered(CheckInRequested r, Errand errand) {
        Identification i = r.identification();
        Demographics typed =
                new Demographics(i.mrn(), i.firstName(), i.lastName(), i.birthDate(), i.phone(), null, null);
        Answer registered = errand.send(new RegisterPatient(r.patientId(), r.siteId(), typed));
        return registered.refused() instanceof Refused.AlreadyTaken taken ? taken.holder() : r.patientId();
    }
}
