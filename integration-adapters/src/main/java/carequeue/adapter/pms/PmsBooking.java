package carequeue.adapter.pms;

/**
 * An appointment of ours in the words of the practice management system.
 *
 * @param ours our identifier, by which it can name it again
 * @param patientId its own identifier of the patient, or null where the patient is not said
 * @param providerId its own identifier of the provider, or null
 * @param scheduledTime ISO 8601 with the site's offset
 * @param minutes how long it is to take
 */
public record PmsBooking(
        String ours,
        String patientId,
        String providerId,
        String scheduledTime,
        int minutes,
        String appointmentType,
        String department) {

    /** The same for a patient. */
    PmsBooking of(String pmsPatient) {
        return new PmsBooking(ours, pmsPatient, providerId, scheduledTime, minutes, appointmentType, department);
    }

    /** Whether the system has it at this time, for this and with this provider. */
    boolean isWhat(PmsAppointment there, java.time.ZoneId zone) {
        return PmsAppointment.instant(scheduledTime, zone).equals(there.start(zone))
                && minutes == there.minutes()
                && appointmentType.equals(there.appointmentType())
                && department.equals(there.department())
                && (providerId == null || providerId.equals(there.providerId()));
    }
}
