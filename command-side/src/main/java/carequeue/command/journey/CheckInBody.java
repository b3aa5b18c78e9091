package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.visit.Identification;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who says "I am here", in exactly one of three ways.
 *
 * @param serviceId what an identified patient without an appointment queues for; absent: the site's first service
 * @param reason why the desk checks in an appointment outside its arrival window, on another day or from another site
 * @param otherVisitKnown whether an open visit at another site was asked about already
 * @param guardianId who came with a minor, by the identifier of the related person or of their own patient
 */
record CheckInBody(
        @NotBlank @Size(max = 64) String siteId,
        Channel channel,
        @Size(max = 64) String appointmentId,
        @Valid Identifier identifier,
        @Valid WalkIn walkIn,
        @Size(max = 64) String serviceId,
        @Size(max = 500) String reason,
        Boolean otherVisitKnown,
        @Size(max = 64) String guardianId) {

    /** A booked patient without the appointment's number, or any patient known to the EHR. */
    record Identifier(
            @Size(min = 1, max = 64) String mrn,
            @Size(min = 1, max = 100) String firstName,
            @Size(min = 1, max = 100) String lastName,
            @Past LocalDate birthDate,
            @Size(min = 1, max = 32) String phone) {

        @AssertTrue(message = "needs the mrn, or last name, birth date and phone")
        boolean isEnough() {
            return mrn != null || lastName != null && birthDate != null && phone != null;
        }

        Identification identification() {
            return new Identification(
                    Phi.of(mrn), Phi.of(firstName), Phi.of(lastName), Phi.of(birthDate), Phi.of(phone));
        }
    }

    /**
     * A patient without an appointment.
     *
     * @param confirmedNew of somebody who is typed in: true, the desk has looked and it is nobody known here; false, it wants to be shown who
     *     is alike before anybody is registered; absent, they are registered, and whoever is alike is an open item
     * @param asAppointment whether an appointment is made of it, from now on, with the provider or with none
     */
    record WalkIn(
            @NotNull @Valid Person patient,
            @NotBlank @Size(max = 64) String serviceId,
            @Size(max = 500) String reason,
            @Min(1) @Max(5) Integer acuity,
            Boolean confirmedNew,
            Boolean asAppointment,
            @Size(max = 64) String providerId) {

        boolean isMadeAnAppointment() {
            return Boolean.TRUE.equals(asAppointment);
        }

        @AssertTrue(message = "a provider is named for an appointment")
        boolean isProviderOfAnAppointment() {
            return providerId == null || isMadeAnAppointment();
        }
    }

    /** A patient known here, or typed in. */
    record Person(
            @Size(max = 64) String patientId,
            @Size(min = 1, max = 100) String firstName,
            @Size(min = 1, max = 100) String lastName,
            @Past LocalDate birthDate,
            @Size(min = 1, max = 32) String phone,
            @Size(min = 3, max = 254) String email,
            @Size(min = 1, max = 64) String mrn) {

        @AssertTrue(message = "needs the patientId, or first name, last name and birth date")
        boolean isEnough() {
            return patientId != null || firstName != null && lastName != null && birthDate != null;
        }

        Demographics demographics() {
            return new Demographics(
                    Phi.of(mrn),
                    Phi.of(firstName),
                    Phi.of(lastName),
                    Phi.of(birthDate),
                    Phi.of(phone),
                    Phi.of(email),
                    null);
        }
    }

    /** The same by the appointment for which the identified patient comes. */
    CheckInBody by(String appointment) {
        return new CheckInBody(
                siteId, channel, appointment, null, null, serviceId, reason, otherVisitKnown, guardianId);
    }

    boolean knowsOtherVisit() {
        return Boolean.TRUE.equals(otherVisitKnown);
    }

    @AssertTrue(message = "is needed: exactly one of appointmentId, identifier and walkIn")
    boolean isOneWay() {
        return Stream.of(appointmentId, identifier, walkIn)
                        .filter(Objects::nonNull)
                        .count()
                == 1;
    }

    @AssertTrue(message = "is desk, kiosk or phone")
    boolean isChannelOfPeople() {
        return channel != Channel.SYSTEM && channel != Channel.WEBHOOK;
    }
}
