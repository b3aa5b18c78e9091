package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.site.RedFlagPolicy;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.Identification;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.command.journey.Orders.Answer;
import java.time.Instant;
import java.time.LocalDate;

/** The orders by which a process gives a visit its patient and its places. */
final class Places {

    private Places() {}

    /** The first place of a visit, with the arrival time of "I am here". */
    static JoinQueue first(CheckInRequested r, String patientId, Errand errand, Sites sites) {
        Site site = sites.get(r.siteId());
        RedFlagPolicy redFlags = site.policies().redFlags();
        boolean alarms = r.reason() != null
                && r.reason().known().filter(redFlags::alarms).isPresent();
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
                // Who was too early waits from the opening of the window on.
                r.notBefore() == null ? r.at() : r.notBefore(),
                null,
                alarms ? redFlags.noted() : null,
                site);
    }

    /** A further place of a visit, with the ticket it has; another site gives a ticket of its own. */
    static JoinQueue further(
            EntryJoined before,
            String patientId,
            Integer acuity,
            Site site,
            String serviceId,
            LocalDate day,
            Instant arrivedAt,
            String needs,
            String entryId) {
        return new JoinQueue(
                Ids.queue(site.siteId(), serviceId, day),
                site.siteId(),
                serviceId,
                day,
                entryId,
                before.visitId(),
                patientId,
                acuity,
                null,
                null,
                arrivedAt,
                // A ticket is unique at its site only.
                Ids.siteOf(before.queueId()).equals(site.siteId()) ? before.ticket() : null,
                null,
                needs,
                site);
    }

    /** What a person has to see to when a queue would not take the patient. */
    static RaiseItem notPlaced(Answer refused, Errand errand) {
        return new RaiseItem(
                errand.visitId(), OpenItem.NOT_PLACED, refused.refused().getMessage());
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
