package carequeue.command.visit;

import carequeue.api.Channel;
import carequeue.api.Refused;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.command.Moment;

/** How a visit begins, and who may say then how urgent the patient is. */
final class Beginning {

    private Beginning() {}

    static CheckInRequested of(RequestCheckIn c, Moment now) {
        if (!Moment.mayEnter(now.said(), c.siteId())) {
            throw new Refused.NotFound("site", c.siteId());
        }
        if (c.acuity() != null) {
            acuityMustComeFromClinician(c, now);
        }
        return new CheckInRequested(
                c.visitId(),
                c.siteId(),
                c.businessDay(),
                c.channel(),
                c.patientId(),
                c.identification(),
                c.lookUp(),
                c.appointmentId(),
                c.serviceId(),
                c.providerId(),
                c.slot(),
                c.acuity(),
                c.reason(),
                c.patience(),
                now.at(),
                c.notBefore(),
                c.familyId(),
                c.guardianId());
    }

    private static void acuityMustComeFromClinician(RequestCheckIn c, Moment now) {
        if (c.channel() == Channel.KIOSK || c.channel() == Channel.PHONE) {
            throw new Refused.AgainstRule(
                    "acuity-by-clinician", "The acuity is set by a clinician, not at the kiosk or by phone.");
        }
        if (c.acuity() < 1 || c.acuity() > 5) {
            throw new Refused.BadField("/walkIn/acuity", "is not between 1 and 5");
        }
        if (!now.is("clinician", "manager")) {
            throw new Refused.NotAllowed("Only a clinician sets the acuity.");
        }
    }
}
