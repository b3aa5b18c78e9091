package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.PatientEdit;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;

/** Changes parts of a Patient on the version that was read; what somebody else wrote meanwhile is not overwritten. */
final class PatientChanging {

    private final FhirCalls calls;
    private final Writing writing;

    PatientChanging(FhirCalls calls, Writing writing) {
        this.calls = calls;
        this.writing = writing;
    }

    Optional<Told> change(String ehrId, List<PatientEdit> edits) {
        return Retold.again(() -> once(ehrId, edits));
    }

    private Optional<Told> once(String ehrId, List<PatientEdit> edits) {
        Patient found = read(ehrId);
        List<PatientEdit> open =
                edits.stream().filter(edit -> !says(found, edit, edit.wanted())).toList();
        if (open.stream().anyMatch(edit -> isNews(found, edit))) {
            return Optional.empty();
        }
        if (open.isEmpty()) {
            return Optional.of(told(found));
        }
        PatientPatch patch = new PatientPatch(found);
        open.forEach(edit -> patch.put(edit.part(), edit.wanted()));
        writing.changePart(found, patch.json());
        Patient now = read(ehrId);
        if (!open.stream().allMatch(edit -> says(now, edit, edit.wanted()))) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not show the change of the patient");
        }
        return Optional.of(told(now));
    }

    /** Whether it says what nobody here knew. */
    private static boolean isNews(Patient found, PatientEdit edit) {
        return PatientParts.value(found, edit.part()) != null && !says(found, edit, edit.before());
    }

    private static boolean says(Patient patient, PatientEdit edit, String value) {
        return PatientParts.same(edit.part(), PatientParts.value(patient, edit.part()), value);
    }

    private Patient read(String ehrId) {
        return calls.call(
                client -> client.read().resource(Patient.class).withId(ehrId).execute());
    }

    private static Told told(Patient patient) {
        return new Told(
                "Patient",
                patient.getIdElement().getIdPart(),
                patient.getIdElement().getVersionIdPart());
    }
}
