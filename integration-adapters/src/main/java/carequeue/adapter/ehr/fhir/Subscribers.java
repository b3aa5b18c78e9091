package carequeue.adapter.ehr.fhir;

import carequeue.api.Phi;
import carequeue.api.patient.Coverage.Subscriber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;

/** Whose policy it is, where that is not the patient: a RelatedPerson or another Patient. */
final class Subscribers {

    private final FhirSearch fhir;

    Subscribers(FhirSearch fhir) {
        this.fhir = fhir;
    }

    Subscriber of(Coverage policy) {
        return fhir.follow(RelatedPerson.class, policy.getSubscriber(), policy)
                .map(person -> subscriber(person.getName(), person.getBirthDateElement()))
                .findFirst()
                .or(() -> fhir.follow(Patient.class, policy.getSubscriber(), policy)
                        .map(person -> subscriber(person.getName(), person.getBirthDateElement()))
                        .findFirst())
                .orElse(null);
    }

    private static Subscriber subscriber(List<HumanName> names, DateType born) {
        HumanName name = PatientMapping.best(names);
        return new Subscriber(
                Phi.of(name.hasGiven() ? name.getGiven().get(0).getValue() : null),
                Phi.of(name.getFamily()),
                Phi.of(date(born.getValueAsString())));
    }

    private static LocalDate date(String written) {
        try {
            return written == null || written.length() != 10 ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
