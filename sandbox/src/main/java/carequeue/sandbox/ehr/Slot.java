package carequeue.sandbox.ehr;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.ParticipantRequired;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/** One slot of the day's plan: who comes, when and for what. */
record Slot(String id, Instant start, Service service, String patient) {

    /** The booked appointment for this slot, with the practitioner whom the patient has seen before. */
    Appointment after(Encounter past) {
        var appointment = new Appointment();
        appointment.setId("Appointment/" + id);
        appointment.addIdentifier().setSystem(Systems.APPOINTMENT).setValue(id);
        appointment
                .setStatus(Appointment.AppointmentStatus.BOOKED)
                .addServiceType(service.concept())
                .setDescription(past.getTypeFirstRep().getText())
                .setStartElement(instant(start))
                .setEndElement(instant(start.plusSeconds(60L * service.minutes())))
                .setMinutesDuration(service.minutes());
        invite(appointment, new Reference("Patient/" + patient));
        invite(appointment, past.getParticipantFirstRep().getIndividual().copy());
        invite(appointment, new Reference("Location/" + Systems.MAIN_SITE));
        return appointment;
    }

    private static void invite(Appointment appointment, Reference actor) {
        appointment
                .addParticipant()
                .setActor(actor)
                .setRequired(ParticipantRequired.REQUIRED)
                .setStatus(ParticipationStatus.ACCEPTED);
    }

    private static InstantType instant(Instant at) {
        return new InstantType(Date.from(at), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone("UTC"));
    }
}
