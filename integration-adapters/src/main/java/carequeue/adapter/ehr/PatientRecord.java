package carequeue.adapter.ehr;

import carequeue.api.patient.Demographics;

/** A patient as the EHR knows them, accepted by every rule. */
public record PatientRecord(String ehrId, String version, Demographics demographics, boolean deceased) {}
