package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;
import static carequeue.api.site.ConflictPolicy.Rule.BY_A_PERSON;
import static carequeue.command.appointment.Booked.NOON;

import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentNews.AppointmentAgrees;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.appointment.AppointmentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where another system and we know differently of an appointment: what is taken, what stays, and what a person has to decide. */
class DifferencesTest extends DifferingPlan {

    @ParameterizedTest
    @EnumSource(
            value = AppointmentStatus.class,
            names = {"ARRIVED", "CHECKED_IN", "FULFILLED"})
    void fromTheArrivalOnOurHistoryLeadsAndACancellationIsForAPerson(AppointmentStatus ours) {
        AppointmentDiffers differs =
                differs("v1", "appointment.status", ours.toString(), "cancelled", "6", NOON, AFTER, BY_A_PERSON, null);
        at(ours).when(says(CANCELLED, "dr-lee", "6", AFTER))
                .expectEvents(
                        new OutsideChangeNoted("a1", "ehr", "6", "cancelled", NOON),
                        differs,
                        heard(CANCELLED, "6", AFTER));
        at(ours).andGiven(new OutsideChangeNoted("a1", "ehr", "6", "cancelled", NOON), differs)
                .when(says(CANCELLED, "dr-lee", "7", AFTER))
                .expectEvents(heard(CANCELLED, "7", AFTER));
    }

    @Test
    void whatTheOtherSystemTakesBackIsNoDifferenceAnyMore() {
        AppointmentDiffers differs =
                differs("v1", "appointment.status", "arrived", "cancelled", "6", NOON, AFTER, BY_A_PERSON, null);
        at(ARRIVED)
                .andGiven(differs, heard(CANCELLED, "6", AFTER))
                .when(says(BOOKED, "dr-lee", "7", AFTER))
                .expectEvents(
                        new AppointmentAgrees("a1", "appointment.status", "ehr", NOON), heard(BOOKED, "7", AFTER));
    }
}
