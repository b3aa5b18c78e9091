package carequeue.adapter.ehr.fhir;

import java.util.Map;

/**
 * Epic. Appointments and Encounters can be read and not written, so their steps stay open with us; a day's appointments are
 * asked for by patient.
 *
 * <p>Source: https://fhir.epic.com and the CapabilityStatement of its public server.
 */
public final class EpicEhr extends FhirEhr {

    static final Vendor EPIC = new Vendor(Vendor.DayBy.PATIENT, Map.of(), false, "system/*.rs system/Patient.c");

    public EpicEhr(FhirParts parts) {
        super(parts, EPIC);
    }
}
