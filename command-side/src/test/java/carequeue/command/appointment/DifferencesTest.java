package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;
import static carequeue.api.site.ConflictPolicy.Rule.BY_A_PERSON;
import static carequeue.api.site.ConflictPolicy.Rule.LAST_WRITE_WINS;
import static carequeue.command.appointment.Booked.NOON;
import static carequeue.command.appointment.Booked.clinic;
import static carequeue.command.appointment.Booked.story;

import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentCommand.SettleAppointment;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentNews.AppointmentAgrees;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy;
import carequeue.api.site.ConflictPolicy.Row;
import carequeue.api.site.ConflictPolicy.Rule;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where another system and we know differently of an appointment: what is taken, what stays, and what a person has to decide. */
class DifferencesTest {

    private static final Instant BEFORE = NOON.minusSeconds(60);
    private static final Instant AFTER = NOON.plusSeconds(60);

    private static RecordAppointment says(AppointmentStatus status, String provider, String version, Instant saidAt) {
        return Booked.says(status, Booked.start(), provider, version, saidAt, null);
    }

    private static AppointmentDiffers differs(
            String visit,
            String field,
            String ours,
            String theirs,
            String version,
            Instant oursAt,
            Instant theirsAt,
            Rule rule,
            Side winner) {
        return new AppointmentDiffers(
                "a1",
                "main",
                "p1",
                visit,
                field,
                ours,
                theirs,
                "ehr",
                version,
                oursAt,
                theirsAt,
                rule,
                winner,
                "conflict-rules/1",
                NOON);
    }

    private static OutsideSaid heard(AppointmentStatus status, String version, Instant saidAt) {
        return new OutsideSaid("a1", "ehr", "77", version, status, saidAt, NOON);
    }

    private static TestExecutor<Appointment> at(AppointmentStatus status) {
        return clinic().given(story(status));
    }

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
    void whatTheOtherSystemTakesBackIsNoDifferenceAnyMore() {
        AppointmentDiffers differs =
                differs("v1", "appointment.status", "arrived", "cancelled", "6", NOON, AFTER, BY_A_PERSON, null);
        at(ARRIVED)
                .andGiven(differs, heard(CANCELLED, "6", AFTER))
                .when(says(BOOKED, "dr-lee", "7", AFTER))
                .expectEvents(
                        new AppointmentAgrees("a1", "appointment.status", "ehr", NOON), heard(BOOKED, "7", AFTER));
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
