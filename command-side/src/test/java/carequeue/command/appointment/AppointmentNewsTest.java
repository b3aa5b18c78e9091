package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;

import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentNews.OlderNewsIgnored;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the EHR says of an appointment. */
class AppointmentNewsTest extends PlannedVisit {

    private static RecordAppointment says(AppointmentStatus status, Instant start, String version) {
        return says(status, start, version, null);
    }

    private static RecordAppointment says(AppointmentStatus status, Instant start, String version, Instant saidAt) {
        return new RecordAppointment(
                "a1",
                "main",
                "lab",
                "dr-lee",
                "p1",
                start,
                start.plusSeconds(1200),
                "check-up",
                status,
                "ehr",
                "77",
                version,
                saidAt,
                null);
    }

    private static OutsideSaid heard(AppointmentStatus status, String version) {
        return new OutsideSaid("a1", "ehr", "77", version, status, null, NOON);
    }

    @Test
    void theFirstNewsBooksItAndTheSameAgainIsNoNews() {
        clinic().givenNoPriorActivity().when(says(BOOKED, NOON, "5")).expectEvents(booked(BOOKED, NOON, "5"));
        at(BOOKED).when(says(BOOKED, NOON, "5")).expectNoEvents();
        at(BOOKED).when(says(BOOKED, NOON, "6")).expectEvents(heard(BOOKED, "6"));
    }

    @Test
    void whatIsOlderIsIgnoredAndNotedOnce() {
        OlderNewsIgnored ignored = new OlderNewsIgnored("a1", "ehr", "4", "5", NOON);
        at(BOOKED).when(says(CANCELLED, NOON, "4")).expectEvents(ignored);
        at(BOOKED).andGiven(ignored).when(says(CANCELLED, NOON, "4")).expectNoEvents();
    }

    @Test
    void versionsThatAreNoNumbersGoByTheOthersOwnTime() {
        OutsideSaid abc = new OutsideSaid("a1", "ehr", "77", "W/abc", BOOKED, NOON, NOON);
        at(BOOKED)
                .andGiven(abc)
                .when(says(CANCELLED, NOON, "W/aaa", NOON.minusSeconds(1)))
                .expectEvents(new OlderNewsIgnored("a1", "ehr", "W/aaa", "W/abc", NOON));
        at(BOOKED)
                .andGiven(abc)
                .when(says(CANCELLED, NOON, "W/zzz", NOON.plusSeconds(1)))
                .expectEvents(
                        new AppointmentCancelled("a1", null, "ehr", "W/zzz", NOON),
                        new OutsideSaid("a1", "ehr", "77", "W/zzz", CANCELLED, NOON.plusSeconds(1), NOON));
    }

    @Test
    void newsBeforeArrivalIsTaken() {
        at(BOOKED)
                .when(says(CANCELLED, NOON, "6"))
                .expectEvents(new AppointmentCancelled("a1", null, "ehr", "6", NOON), heard(CANCELLED, "6"));
        at(BOOKED)
                .when(says(NOSHOW, NOON, "6"))
                .expectEvents(new AppointmentNoShow("a1", "ehr", "6", NOON), heard(NOSHOW, "6"));
        at(CANCELLED)
                .when(says(BOOKED, NOON, "6"))
                .expectEvents(new AppointmentBroughtBack("a1", "ehr", "6", NOON), heard(BOOKED, "6"));
        at(BOOKED)
                .when(says(BOOKED, END, "6"))
                .expectEvents(
                        new AppointmentRescheduled(
                                "a1", "lab", "dr-lee", END, END.plusSeconds(1200), null, "ehr", "6", NOON),
                        heard(BOOKED, "6"));
        at(BOOKED)
                .when(says(ENTERED_IN_ERROR, NOON, "6"))
                .expectEvents(
                        new AppointmentEnteredInError("a1", null, "ehr", "6", NOON), heard(ENTERED_IN_ERROR, "6"));
        at(BOOKED)
                .when(says(ARRIVED, NOON, "6"))
                .expectEvents(new OutsideChangeNoted("a1", "ehr", "6", "arrived", NOON), heard(ARRIVED, "6"));
    }

    @Test
    void anUncertainPlanBecomesAnotherOneButACertainOneStays() {
        at(WAITLIST)
                .when(says(PENDING, NOON, "6"))
                .expectEvents(new AppointmentPlanned("a1", PENDING, "ehr", "6", NOON), heard(PENDING, "6"));
        at(PROPOSED)
                .when(says(BOOKED, NOON, "6"))
                .expectEvents(new AppointmentPlanned("a1", BOOKED, "ehr", "6", NOON), heard(BOOKED, "6"));
        at(BOOKED).when(says(PENDING, NOON, "6")).expectEvents(heard(PENDING, "6"));
    }

    @Test
    void whatWeWroteOurselvesIsNoNews() {
        AppointmentWritten written = new AppointmentWritten("a1", "ehr", "77", "6", ARRIVED, NOON);
        at(ARRIVED).when(new NoteWritten("a1", "ehr", "77", "6", ARRIVED)).expectEvents(written);
        at(ARRIVED).andGiven(written).when(says(ARRIVED, NOON, "6")).expectNoEvents();
        at(ARRIVED)
                .andGiven(written)
                .when(new NoteWritten("a1", "ehr", "77", "6", ARRIVED))
                .expectNoEvents();
    }
}
