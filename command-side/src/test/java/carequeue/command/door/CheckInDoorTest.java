package carequeue.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import carequeue.api.Actor;
import carequeue.api.Claims;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrival;
import carequeue.api.appointment.AppointmentCommand.AssessArrival;
import carequeue.api.appointment.AppointmentCommand.BookAppointment;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;

/** Who may check in at the door, and as whom. */
class CheckInDoorTest extends Doors {

    @Test
    void aBookedPatientIsAssessedAndChecksIn() throws Exception {
        answer(AssessArrival.class, c -> new Arrival("p1", "main", "lab", "dr-lee", NOON, true));
        ask("/api/check-ins", "{\"siteId\":\"main\",\"appointmentId\":\"a1\"}")
                .andExpect(status().isCreated())
                .andExpect(header().string(
                                "Location",
                                "/api/check-ins/" + only(RequestCheckIn.class).visitId()))
                .andExpect(header().string("X-Event-Position", "42"));
        RequestCheckIn order = only(RequestCheckIn.class);
        assertThat(order.patientId()).isEqualTo("p1");
        assertThat(order.slot()).isEqualTo(NOON);
        assertThat(order.lookUp()).isTrue();
        assertThat(order.identification()).isNull();
        assertThat(ordered.get(ordered.size() - 1).getMetaData()).containsEntry(Facts.CORRELATION_ID, order.visitId());
    }

    @Test
    void aLatePatientLosesTheSlot() throws Exception {
        answer(AssessArrival.class, c -> new Arrival("p1", "main", "lab", "dr-lee", NOON, false));
        ask("/api/check-ins", "{\"siteId\":\"main\",\"appointmentId\":\"a1\",\"reason\":\"bus\"}");
        assertThat(only(RequestCheckIn.class).slot()).isNull();
        assertThat(ordered.get(0).getMetaData()).containsEntry(Facts.REASON, "bus");
    }

    @Test
    void aPatientKnownByRecordNumberIsTakenAndAnUnknownOneLookedUp() throws Exception {
        ask("/api/check-ins", "{\"siteId\":\"main\",\"identifier\":{\"mrn\":\"MRN001\"}}")
                .andExpect(status().isCreated());
        RequestCheckIn unknown = only(RequestCheckIn.class);
        assertThat(unknown.identification().mrn().get()).isEqualTo("MRN001");
        assertThat(unknown.serviceId()).isEqualTo("lab");
        when(queries.query(any(Claims.FindHolder.class), ArgumentMatchers.<ResponseType<Optional<String>>>any()))
                .thenReturn(CompletableFuture.completedFuture(Optional.of("p7")));
        ordered.clear();
        ask("/api/check-ins", "{\"siteId\":\"main\",\"identifier\":{\"mrn\":\"MRN001\"}}");
        assertThat(only(RequestCheckIn.class).patientId()).isEqualTo("p7");
        assertThat(only(RequestCheckIn.class).identification()).isNull();
    }

    @Test
    void whoSaysWhoTheyAreComesForTheAppointmentThatIsDue() throws Exception {
        when(queries.query(any(Claims.FindHolder.class), ArgumentMatchers.<ResponseType<Optional<String>>>any()))
                .thenReturn(CompletableFuture.completedFuture(Optional.of("p7")));
        booked = List.of(new AppointmentView(
                "a1", "main", "lab", null, null, AppointmentStatus.BOOKED, NOON, NOON, null, null, null, List.of()));
        answer(AssessArrival.class, c -> new Arrival("p7", "main", "lab", null, NOON, true));
        ask("/api/check-ins", "{\"siteId\":\"main\",\"identifier\":{\"mrn\":\"MRN001\"}}");
        assertThat(only(RequestCheckIn.class).appointmentId()).isEqualTo("a1");
        ordered.clear();
        ask("/api/check-ins", "{\"siteId\":\"main\",\"serviceId\":\"lab\",\"identifier\":{\"mrn\":\"MRN001\"}}");
        assertThat(only(RequestCheckIn.class).appointmentId()).isNull();
    }

    @Test
    void aWalkInIsMadeIntoAnAppointmentWhereTheDeskSaysSo() throws Exception {
        answer(BookAppointment.class, c -> c.appointmentId());
        ask(
                "/api/check-ins",
                "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"asAppointment\":true,\"providerId\":\"dr-lee\","
                        + "\"patient\":{\"firstName\":\"A\",\"lastName\":\"B\",\"birthDate\":\"1980-01-02\"}}}");
        BookAppointment booked = only(BookAppointment.class);
        assertThat(booked.patientId()).isEqualTo(only(RegisterPatient.class).patientId());
        assertThat(booked.start()).isEqualTo(NOON);
        assertThat(booked.kind()).isEqualTo("walk-in");
        RequestCheckIn order = only(RequestCheckIn.class);
        assertThat(order.appointmentId()).isEqualTo(booked.appointmentId());
        assertThat(order.providerId()).isEqualTo("dr-lee");
        assertThat(order.slot()).isNull();
    }

    @Test
    void theDeadAreNotCheckedIn() {
        answer(AssessArrival.class, c -> new Arrival("p1", "main", "lab", "dr-lee", NOON, true));
        deceased = true;
        assertThat(refusalOf("{\"siteId\":\"main\",\"appointmentId\":\"a1\"}"))
                .isInstanceOfSatisfying(
                        Refused.AgainstRule.class, r -> assertThat(r.rule()).isEqualTo("deceased"));
        assertThat(ordered).noneMatch(c -> c.getPayload() instanceof RequestCheckIn);
    }

    @ParameterizedTest
    @CsvSource({
        "false, front-desk, true, false",
        "true, front-desk, false, false",
        "null, front-desk, false, true",
        "false, kiosk, false, true",
        "true, kiosk, false, true",
    })
    void whoIsAlikeIsShownFirstOrAfterwards(String confirmed, String role, boolean first, boolean after)
            throws Exception {
        alike = List.of("p7");
        actor = new Actor("x", Set.of(role), Set.of("main"), null);
        answer(RaiseItem.class, c -> null);
        ask(
                "/api/check-ins",
                "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"confirmedNew\":" + confirmed
                        + ",\"patient\":{\"firstName\":\"A\",\"lastName\":\"B\",\"birthDate\":\"1980-01-02\"}}}");
        RegisterPatient order = only(RegisterPatient.class);
        assertThat(order.alike()).isEqualTo(first ? List.of("p7") : List.of());
        assertThat(order.onlyIfNew()).isEqualTo(first);
        String visit = only(RequestCheckIn.class).visitId();
        List<Object> raised = new ArrayList<>(ordered.stream()
                .map(CommandMessage::getPayload)
                .filter(RaiseItem.class::isInstance)
                .toList());
        assertThat(raised)
                .isEqualTo(after ? List.of(new RaiseItem(visit, OpenItem.POSSIBLE_DUPLICATE, "p7")) : List.of());
    }

    @Test
    void theOpenVisitAnswersWhoComesTwice() throws Exception {
        answer(RequestCheckIn.class, c -> {
            throw new Refused.AlreadyTaken("open-visit", "v0");
        });
        ask("/api/check-ins", "{\"siteId\":\"main\",\"identifier\":{\"mrn\":\"MRN001\"}}")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"checkInId\":\"v0\",\"visitId\":\"v0\"}"))
                .andExpect(header().string("X-Event-Position", "99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "kiosk", "phone"})
    void aKioskIsOneWhateverItClaimsAndSetsNoAcuity(String claimed) {
        actor = new Actor("kiosk", Set.of("kiosk"), Set.of("main"), null);
        String body = "{\"siteId\":\"main\",\"channel\":\"" + claimed + "\",\"walkIn\":{\"serviceId\":\"lab\","
                + "\"acuity\":2,\"patient\":{\"firstName\":\"A\",\"lastName\":\"B\",\"birthDate\":\"1980-01-02\"}}}";
        assertThat(refusalOf(body)).isInstanceOf(Refused.AgainstRule.class);
        assertThat(ordered).isEmpty();
    }

    @Test
    void theDeskSetsNoAcuityEither() {
        String body = "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"acuity\":2,"
                + "\"patient\":{\"firstName\":\"A\",\"lastName\":\"B\",\"birthDate\":\"1980-01-02\"}}}";
        assertThat(refusalOf(body)).isInstanceOf(Refused.NotAllowed.class);
        assertThat(ordered).isEmpty();
    }
}
