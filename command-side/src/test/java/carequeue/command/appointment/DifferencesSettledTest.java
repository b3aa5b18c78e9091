package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;
import static carequeue.api.site.ConflictPolicy.Rule.BY_A_PERSON;
import static carequeue.api.site.ConflictPolicy.Rule.LAST_WRITE_WINS;
import static carequeue.command.appointment.Booked.NOON;

import carequeue.api.appointment.AppointmentCommand.SettleAppointment;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy;
import carequeue.api.site.ConflictPolicy.Row;
import carequeue.api.site.ConflictPolicy.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided where two systems differ. */
class DifferencesSettledTest extends DifferingPlan {

    private static final Instant BEFORE = NOON.minusSeconds(60);

    @Test
    void aMoveDuringTheVisitMovesNobodyWhateverTheRuleSays() {
        at(ARRIVED)
                .when(says(BOOKED, "dr-yu", "6", AFTER))
                .expectEvents(
                        new OutsideChangeNoted("a1", "ehr", "6", "moved", NOON),
                        differs(
                                "v1",
                                "appointment.provider",
                                "dr-lee",
                                "dr-yu",
                                "6",
                                null,
                                AFTER,
                                LAST_WRITE_WINS,
                                null),
                        heard(BOOKED, "6", AFTER));
    }

    @Test
    void aLagBehindOursIsNoDifference() {
        at(CHECKED_IN).when(says(BOOKED, "dr-lee", "6", AFTER)).expectEvents(heard(BOOKED, "6", AFTER));
    }

    @Test
    void whatWeSaidLastBeforeTheArrivalTheRuleDecides() {
        AppointmentRescheduled byUs = new AppointmentRescheduled(
                "a1", "lab", "dr-yu", Booked.start(), Booked.start().plusSeconds(1200), "asked", null, null, NOON);
        // Theirs is older than ours, though it comes later: it stays as we have it.
        at(BOOKED)
                .andGiven(byUs)
                .when(says(BOOKED, "dr-no", "6", BEFORE))
                .expectEvents(
                        differs(
                                null,
                                "appointment.provider",
                                "dr-yu",
                                "dr-no",
                                "6",
                                NOON,
                                BEFORE,
                                LAST_WRITE_WINS,
                                Side.OURS),
                        heard(BOOKED, "6", BEFORE));
        // Theirs is later: it holds, and that it was decided so is noted.
        at(BOOKED)
                .andGiven(byUs)
                .when(says(BOOKED, "dr-no", "6", AFTER))
                .expectEvents(
                        differs(
                                null,
                                "appointment.provider",
                                "dr-yu",
                                "dr-no",
                                "6",
                                NOON,
                                AFTER,
                                LAST_WRITE_WINS,
                                Side.THEIRS),
                        new AppointmentRescheduled(
                                "a1",
                                "lab",
                                "dr-no",
                                Booked.start(),
                                Booked.start().plusSeconds(1200),
                                null,
                                "ehr",
                                "6",
                                NOON),
                        heard(BOOKED, "6", AFTER));
        // Equal and missing times are for a person.
        for (Instant unclear : new Instant[] {NOON, null}) {
            at(BOOKED)
                    .andGiven(byUs)
                    .when(says(BOOKED, "dr-no", "6", unclear))
                    .expectEvents(
                            differs(
                                    null,
                                    "appointment.provider",
                                    "dr-yu",
                                    "dr-no",
                                    "6",
                                    NOON,
                                    unclear,
                                    LAST_WRITE_WINS,
                                    null),
                            heard(BOOKED, "6", unclear));
        }
    }

    @Test
    void aCancellationOfOursIsNotUndoneByOldPlans() {
        at(BOOKED)
                .andGiven(new AppointmentCancelled("a1", "ill", null, null, NOON))
                .when(says(BOOKED, "dr-lee", "6", AFTER))
                .expectEvents(
                        differs(null, "appointment.status", "cancelled", "booked", "6", NOON, AFTER, BY_A_PERSON, null),
                        heard(BOOKED, "6", AFTER));
    }

    @Test
    void onceTheOtherSystemHasOursItsNextWordIsAChange() {
        at(BOOKED)
                .andGiven(
                        new AppointmentCancelled("a1", "ill", null, null, NOON),
                        new AppointmentWritten("a1", "ehr", "77", "6", CANCELLED, NOON))
                .when(says(BOOKED, "dr-lee", "7", AFTER))
                .expectEvents(new AppointmentBroughtBack("a1", "ehr", "7", NOON), heard(BOOKED, "7", AFTER));
    }

    @Test
    void theSitesOwnRuleIsAsked() {
        ConflictPolicy ours =
                new ConflictPolicy("conflict-rules", 3, List.of(new Row("appointment.status", "ehr", Rule.OURS)));
        AppointmentDiffers differs = new AppointmentDiffers(
                "a1",
                "main",
                "p1",
                "v1",
                "appointment.status",
                "arrived",
                "cancelled",
                "ehr",
                "6",
                NOON,
                AFTER,
                Rule.OURS,
                Side.OURS,
                "conflict-rules/3",
                NOON);
        at(ARRIVED)
                .when(Booked.says(CANCELLED, Booked.start(), "dr-lee", "6", AFTER, ours))
                .expectEvents(
                        new OutsideChangeNoted("a1", "ehr", "6", "cancelled", NOON),
                        differs,
                        heard(CANCELLED, "6", AFTER));
    }

    @Test
    void aPersonsDecisionIsCarriedOutUnlessItWouldTakeAPlace() {
        SettleAppointment cancel = new SettleAppointment("a1", "appointment.status", "cancelled", "ehr");
        at(ARRIVED).when(cancel).expectException(Booked.wrongState(ARRIVED));
        at(BOOKED).when(cancel).expectEvents(new AppointmentCancelled("a1", null, "ehr", null, NOON));
        at(CANCELLED).when(cancel).expectNoEvents();
        at(CHECKED_IN)
                .when(new SettleAppointment("a1", "appointment.provider", "dr-yu", "ehr"))
                .expectEvents(new AppointmentRescheduled(
                        "a1",
                        "lab",
                        "dr-yu",
                        Booked.start(),
                        Booked.start().plusSeconds(1200),
                        null,
                        "ehr",
                        null,
                        NOON));
    }
}
