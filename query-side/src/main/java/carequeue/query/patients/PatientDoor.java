package carequeue.query.patients;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.patient.PatientQuery.FindPatient;
import carequeue.api.patient.PatientQuery.FindRelated;
import carequeue.api.patient.PatientQuery.PatientView;
import carequeue.api.patient.PatientQuery.Patients;
import carequeue.api.patient.PatientQuery.RelatedPersons;
import carequeue.api.patient.PatientQuery.SearchPatients;
import carequeue.query.live.Reads;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door to patients; a search is a POST so that nothing personal stands in a URL. */
@RestController
@Reads(PatientProjection.VIEW)
class PatientDoor {

    private final PatientRows rows;

    PatientDoor(PatientRows rows) {
        this.rows = rows;
    }

    @GetMapping("/api/patients/{patientId}")
    PatientView patient(@PathVariable String patientId, Actor actor) {
        return rows.find(patientId)
                .filter(found -> actor.mayEnter(found.siteId()))
                .orElseThrow(() -> new Refused.NotFound("patient", patientId));
    }

    /** Who may act for a patient, to those who may see the patient. */
    @GetMapping("/api/patients/{patientId}/related-persons")
    RelatedPersons related(@PathVariable String patientId, Actor actor) {
        patient(patientId, actor);
        return handle(new FindRelated(patientId));
    }

    @PostMapping("/api/queries/patients")
    Patients search(@RequestBody SearchPatients query, Actor actor) {
        return new Patients(
                handle(query).items().stream()
                        .filter(found -> actor.mayEnter(found.siteId()))
                        .toList(),
                null);
    }

    @QueryHandler
    PatientView handle(FindPatient query) {
        return rows.find(query.patientId()).orElse(null);
    }

    @QueryHandler
    Patients handle(SearchPatients query) {
        return new Patients(
                found(query).stream()
                        .filter(p -> query.siteId() == null || query.siteId().equals(p.siteId()))
                        .toList(),
                null);
    }

    @QueryHandler
    RelatedPersons handle(FindRelated query) {
        return new RelatedPersons(rows.related(query.patientId()), null);
    }

    private List<PatientView> found(SearchPatients query) {
        if (said(query.mrn())) {
            return rows.byMrn(query.mrn());
        } else if (said(query.phone())) {
            return rows.byPhone(query.phone());
        } else if (said(query.name()) && query.birthDate() != null) {
            return rows.byName(query);
        }
        throw new Refused.BadField(
                said(query.name()) ? "/birthDate" : "/mrn",
                said(query.name()) ? "is needed with a name" : "give mrn, phone, or name and birthDate");
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }
}
