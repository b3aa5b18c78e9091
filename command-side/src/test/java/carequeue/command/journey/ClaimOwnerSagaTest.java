package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Money;
import carequeue.api.claim.BillingEvent.ClaimClosed;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.BillingEvent.ClaimVoided;
import carequeue.api.claim.ClaimCommand.AssignClaim;
import carequeue.api.claim.PayerEvent.ClaimPaid;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose claim it is, while records are merged and taken apart; it ends when nothing is to be had any more. */
class ClaimOwnerSagaTest {

    private final MergedRecords records = mock(MergedRecords.class);
    private final Play<ClaimOwnerSaga> play = new Play<>(ClaimOwnerSaga.class).with(records);

    @BeforeEach
    void nobodyIsMerged() {
        when(records.current(anyString())).thenAnswer(call -> call.getArgument(0));
    }

    private static ClaimDrafted drafted() {
        LocalDate day = LocalDate.parse("2026-11-23");
        return new ClaimDrafted(
                "cl", "main", "p2", "v1", day, null, List.of(), null, null, List.of(), null, NOON, NOON, NOON);
    }

    @Test
    void itGoesWithTheRecordAndComesBackAlsoASecondTime() {
        play.tell(drafted());
        assertThat(play.names()).isEmpty();
        for (String merge : List.of("m1", "m2")) {
            play.tell(new WentInto("p2", "p1", merge, NOON));
            assertThat(play.order(AssignClaim.class)).isEqualTo(new AssignClaim("cl", "p1", "the record was merged"));
            play.tell(new CameApart("p2", "p1", merge, NOON));
            assertThat(play.order(AssignClaim.class).patientId()).isEqualTo("p2");
        }
    }

    @Test
    void draftedOnAMergedRecordItIsTheOthers() {
        when(records.current("p2")).thenReturn("p1");
        play.tell(drafted());
        assertThat(play.order(AssignClaim.class)).isEqualTo(new AssignClaim("cl", "p1", "the record is merged"));
    }

    @Test
    void anotherMergeBeingTakenApartLeavesItWhereItIs() {
        play.tell(drafted()).tell(new WentInto("p2", "p1", "m2", NOON));
        play.order(AssignClaim.class);
        play.tell(new CameApart("p2", "p0", "m1", NOON));
        assertThat(play.names()).isEmpty();
    }

    static Stream<Object> settled() {
        return Stream.of(
                new ClaimVoided("cl", "v1", "x", NOON),
                new ClaimPaid("cl", "v1", new Money(1, "USD"), NOON),
                new ClaimClosed("cl", "main", "p2", "v1", new Money(0, "USD"), true, "x", NOON));
    }

    @ParameterizedTest
    @MethodSource("settled")
    void settledItStaysWhereItIs(Object settled) {
        play.tell(drafted()).tell(settled);
        play.result().expectActiveSagas(0);
        play.tell(new WentInto("p2", "p1", "m1", NOON));
        assertThat(play.names()).isEmpty();
    }
}
