package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.PatientRecord;
import java.time.Instant;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** A FHIR resource that changed, or is gone. */
record FhirChange(
        Kind kind,
        String ehrId,
        String version,
        Instant at,
        Resource now,
        AppointmentMapping mapping,
        EhrSettings settings)
        implements EhrChange {

    static FhirChange of(Resource now, AppointmentMapping mapping, EhrSettings settings) {
        return new FhirChange(
                Kind.of(now.fhirType()),
                now.getIdElement().getIdPart(),
                now.getMeta().hasVersionId()
                        ? now.getMeta().getVersionId()
                        : now.getIdElement().getVersionIdPart(),
                Identifiers.changed(now),
                now,
                mapping,
                settings);
    }

    static FhirChange gone(Kind kind, String ehrId, String version, Instant at) {
        return new FhirChange(kind, ehrId, version, at, null, null, null);
    }

    @Override
    public boolean gone() {
        return now == null;
    }

    @Override
    public PatientRecord patient(String siteId) {
        return PatientMapping.read((Patient) now, settings.site(siteId));
    }

    @Override
    public AppointmentRecord appointment() {
        return mapping.read((Appointment) now);
    }

    @Override
    public String toString() {
        return name();
    }
}
