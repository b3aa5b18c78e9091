package carequeue.command.visit;

import carequeue.api.Channel;
import carequeue.api.Refused;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import carequeue.command.Moment;

/** Who may say at check-in how urgent a patient is. */
final class Acuity {

    private Acuity() {}

    static void mustComeFromClinician(RequestCheckIn c, Moment now) {
        if (c.acuity() == null) {
            return;
        }
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
