package carequeue.adapter.ehr.fhir;

import static org.hl7.fhir.r4.model.Appointment.AppointmentStatus.ARRIVED;
import static org.hl7.fhir.r4.model.Appointment.AppointmentStatus.BOOKED;
import static org.hl7.fhir.r4.model.Appointment.AppointmentStatus.CANCELLED;
import static org.hl7.fhir.r4.model.Appointment.AppointmentStatus.CHECKEDIN;
import static org.hl7.fhir.r4.model.Appointment.AppointmentStatus.FULFILLED;
import static org.hl7.fhir.r4.model.Appointment.AppointmentStatus.PROPOSED;

import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;

/**
 * Oracle Health (Cerner Millennium). The status of an appointment is written by JSON Patch on a version, in the vendor's order;
 * that of an Encounter is not written at all; a day is asked for by location.
 *
 * <p>Source: https://docs.oracle.com/en/industries/health/millennium-platform-apis/mfrap (Appointment, Encounter, Patient).
 */
public final class CernerEhr extends FhirEhr {

    private static final Map<AppointmentStatus, Set<AppointmentStatus>> STEPS = Map.of(
            PROPOSED, Set.of(BOOKED, CANCELLED),
            BOOKED, Set.of(ARRIVED, CHECKEDIN, CANCELLED),
            ARRIVED, Set.of(CHECKEDIN, CANCELLED),
            CHECKEDIN, Set.of(FULFILLED, CANCELLED));

    private static final String SCOPE = "system/Patient.read system/Patient.write system/Appointment.read "
            + "system/Appointment.write system/Encounter.read system/Encounter.write system/RelatedPerson.read "
            + "system/Coverage.read system/Practitioner.read system/PractitionerRole.read system/Organization.read "
            + "system/Location.read system/Condition.read system/Procedure.read system/ChargeItem.read";

    static final Vendor CERNER = new Vendor(Vendor.DayBy.LOCATION, STEPS, false, SCOPE);

    public CernerEhr(FhirParts parts) {
        super(parts, CERNER);
    }
}
