package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order to an appointment in every status: what it comes to, or that it is refused with the status's name. */
class AppointmentTransitionsTest {

    private static final ArrivalPolicy WALK_IN = new ArrivalPolicy(
            "arrival-window", 2, Duration.ofMinutes(30), Duration.ofMinutes(15), ArrivalPolicy.Late.AS_WALK_IN);
    private static final String PLANNED = "proposed cancelled, pending cancelled, booked cancelled, waitlist cancelled";
    private static final String SAME =
            Stream.of(AppointmentStatus.values()).map(s -> s + " " + s).collect(Collectors.joining(", "));

    /** Each order with the statuses that allow it and the one it leads to. */
    private static final Map<AppointmentCommand, Map<AppointmentStatus, AppointmentStatus>> TABLE =
            new LinkedHashMap<>();

    static {
        row(
                new AssessArrival("a1", "main", Channel.DESK, WALK_IN),
                "proposed proposed, pending pending, booked booked, waitlist waitlist, noshow noshow, arrived arrived,"
                        + " checked-in checked-in");
        row(
                new Arrive("a1", "v1"),
                "proposed arrived, pending arrived, booked arrived, waitlist arrived, noshow arrived, arrived arrived,"
                        + " checked-in checked-in");
        row(new CheckInAppointment("a1", "v1"), "arrived checked-in, checked-in checked-in");
        row(new BeginAppointment("a1", "v1"), "arrived arrived, checked-in checked-in");
        row(new FulfilAppointment("a1", "v1"), "arrived fulfilled, checked-in fulfilled, fulfilled fulfilled");
        row(
                new WithdrawArrival("a1", "v1", "left"),
                SAME.replace("arrived arrived", "arrived booked")
                        .replace("checked-in checked-in", "checked-in booked"));
        row(
                new RescheduleAppointment("a1", Booked.END, Booked.END.plusSeconds(60), "asked"),
                "proposed proposed, pending pending, booked booked, waitlist waitlist");
        row(new CancelAppointment("a1", "ill"), PLANNED);
        row(new ConfirmAppointment("a1"), PLANNED.replace("cancelled", "booked"));
        row(new MarkAppointmentNoShow("a1", ArrivalPolicy.DEFAULT), "booked noshow");
        row(new BringBackAppointment("a1"), "noshow booked, cancelled booked");
        row(
                new CorrectAppointment("a1", "x", null, "p2", null, null, null, "wrong patient"),
                "proposed proposed, pending pending, booked booked, waitlist waitlist");
        row(
                new MarkEnteredInError("a1", "twice"),
                PLANNED.replace("cancelled", "entered-in-error")
                        + ", noshow entered-in-error, cancelled entered-in-error");
        row(
                new SettleAppointment("a1", "appointment.provider", "dr-yu", "ehr"),
                SAME.replace("entered-in-error entered-in-error, ", ""));
        row(new NoteWritten("a1", "ehr", "77", "6", BOOKED), SAME);
        row(Booked.says(BOOKED, Booked.start(), "dr-lee", "5", null, null), SAME);
    }

    private static void row(AppointmentCommand order, String pairs) {
        Map<String, AppointmentStatus> words =
                Stream.of(AppointmentStatus.values()).collect(Collectors.toMap(Object::toString, s -> s));
        Map<AppointmentStatus, AppointmentStatus> row = new EnumMap<>(AppointmentStatus.class);
        Stream.of(pairs.split(", *")).map(p -> p.split(" ")).forEach(p -> row.put(words.get(p[0]), words.get(p[1])));
        TABLE.put(order, row);
    }

    static Stream<Arguments> everyPair() {
        return TABLE.entrySet().stream()
                .flatMap(row -> Stream.of(AppointmentStatus.values())
                        .map(found -> Arguments.of(
                                row.getKey().getClass().getSimpleName() + " when " + found,
                                row.getKey(),
                                found,
                                row.getValue().get(found))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheStatus(
            String name, AppointmentCommand order, AppointmentStatus found, AppointmentStatus expected) {
        ResultValidator<Appointment> outcome =
                Booked.clinic().given(Booked.story(found)).when(order);
        assertThat(AppointmentSteps.MACHINE.allows(order.getClass(), found)).isEqualTo(expected != null);
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(a -> assertThat(a.status()).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(Booked.wrongState(found));
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anotherVisitsStepIsRefused(AppointmentCommand order) {
        Booked.clinic().given(Booked.story(ARRIVED)).when(order).expectException(Booked.wrongState(ARRIVED));
    }

    static Stream<AppointmentCommand> steps() {
        return Stream.of(
                new Arrive("a1", "v2"),
                new CheckInAppointment("a1", "v2"),
                new BeginAppointment("a1", "v2"),
                new FulfilAppointment("a1", "v2"));
    }

    @Test
    void theTableNamesEveryOrder() {
        assertThat(AppointmentSteps.MACHINE.orders())
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.keySet().stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(List.of(AppointmentCommand.class.getPermittedSubclasses()).stream()
                        .filter(c -> c != BookAppointment.class)
                        .toList());
    }
}
