package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deposit is asked for what is booked here, a fee of who did not come, neither where the site asks nothing; who comes after all owes no fee. */
class FeesTest {

    private static final String FEE = Ids.derived("payment", "a1", "no-show-fee");
    private static final AppointmentNoShow NOBODY_CAME = new AppointmentNoShow("a1", null, null, NOON);

    private final Stage stage = new Stage(RequestPayment.class, VoidPayment.class, ProposeRefund.class);
    private final EventStore history = mock(EventStore.class);
    private final Fees fees = fees(1500, 3000);

    @BeforeEach
    void nothingHappened() {
        when(history.readEvents(any(String.class))).thenReturn(DomainEventStream.empty());
    }

    private Fees fees(long noShow, long deposit) {
        PaymentPolicy d = PaymentPolicy.DEFAULT;
        PaymentPolicy policy = new PaymentPolicy(
                d.name(),
                2,
                "USD",
                0,
                d.prices(),
                d.answerPatience(),
                d.personPatience(),
                d.linkPatience(),
                1,
                8,
                d.afterFailure(),
                d.waivers(),
                0,
                false,
                d.atCheckIn(),
                false,
                noShow,
                deposit);
        return new Fees(stage.orders, history, new Sites(List.of(Play.under(policy))));
    }

    private static AppointmentBooked booked(Instant start, AppointmentStatus status, String system) {
        return new AppointmentBooked(
                "a1", "main", "lab", null, "p1", start, start, null, status, system, null, null, NOON);
    }

    private void happened(String id, Object... events) {
        when(history.readEvents(id))
                .thenAnswer(call -> DomainEventStream.of(Arrays.stream(events)
                        .map(e -> new GenericDomainEventMessage<>("x", id, 0, e))
                        .toList()));
    }

    private void tell(AppointmentBooked event, Fees fees) {
        fees.on(event, Stage.message("m1", event));
    }

    @Test
    void whatIsBookedHereAsksForItsDeposit() {
        tell(booked(NOON.plusSeconds(3600), AppointmentStatus.BOOKED, null), fees);
        RequestPayment asked = stage.of(RequestPayment.class).get(0);
        assertThat(asked.purpose()).isEqualTo(PaymentPurpose.DEPOSIT);
        assertThat(asked.amount()).isEqualTo(new Money(3000, "USD"));
        assertThat(asked.appointmentId()).isEqualTo("a1");
        assertThat(asked.patientId()).isEqualTo("p1");
        assertThat(asked.basis().policyVersion()).isEqualTo(2);
    }

    @Test
    void whatIsBookedElsewhereOrForNowOrNotForCertainAsksForNone() {
        Instant later = NOON.plusSeconds(3600);
        tell(booked(later, AppointmentStatus.BOOKED, "ehr"), fees);
        tell(booked(NOON, AppointmentStatus.BOOKED, null), fees);
        tell(booked(later, AppointmentStatus.WAITLIST, null), fees);
        tell(booked(later, AppointmentStatus.BOOKED, null), fees(1500, 0));
        assertThat(stage.ordered).isEmpty();
    }

    @Test
    void whoDidNotComeIsAskedForTheFeeAsTheAppointmentStoodLast() {
        AppointmentBooked booked = booked(NOON, AppointmentStatus.BOOKED, "ehr");
        happened(
                "a1",
                booked,
                new AppointmentCorrected("a1", null, null, "p2", null, null, null, "x", null, NOON),
                NOBODY_CAME);
        fees.on(NOBODY_CAME, Stage.message("m1", NOBODY_CAME), "main");
        RequestPayment asked = stage.of(RequestPayment.class).get(0);
        assertThat(asked.paymentId()).isEqualTo(FEE);
        assertThat(asked.amount()).isEqualTo(new Money(1500, "USD"));
        assertThat(asked.patientId()).isEqualTo("p2");
        assertThat(asked.appointmentId()).isNull();
        fees(0, 0).on(NOBODY_CAME, Stage.message("m2", NOBODY_CAME), "main");
        assertThat(stage.ordered).hasSize(1);
    }

    @Test
    void whoComesAfterAllOwesNoFee() {
        AppointmentBroughtBack back = new AppointmentBroughtBack("a1", null, null, NOON);
        fees.on(back, Stage.message("m1", back));
        assertThat(stage.ordered).isEmpty();
        happened(FEE, NOBODY_CAME);
        fees.on(back, Stage.message("m2", back));
        assertThat(stage.of(VoidPayment.class))
                .extracting(VoidPayment::paymentId)
                .containsExactly(FEE);
        stage.answer(VoidPayment.class, new Refused.WrongState("captured", "paid"));
        AppointmentArrived here = new AppointmentArrived("a1", "v1", NOON);
        fees.on(here, Stage.message("m3", here));
        assertThat(stage.of(ProposeRefund.class))
                .extracting(ProposeRefund::paymentId)
                .containsExactly(FEE);
    }
}
