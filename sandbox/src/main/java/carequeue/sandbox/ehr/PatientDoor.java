package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;

/** The patients of the EHR. */
final class PatientDoor extends WriteDoor<Patient> {

    private static final Comparator<Patient> LAST_UPDATED =
            Comparator.comparing(patient -> patient.getMeta().getLastUpdated());

    PatientDoor(Records records, ZoneId zone) {
        super(records, Patient.class, zone);
    }

    @ca.uhn.fhir.rest.annotation.Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "identifier") TokenAndListParam identifier,
            @OptionalParam(name = "family") StringAndListParam family,
            @OptionalParam(name = "given") StringAndListParam given,
            @OptionalParam(name = "birthdate") DateAndListParam birthDate,
            @OptionalParam(name = "phone") TokenAndListParam phone,
            @OptionalParam(name = "email") TokenAndListParam email,
            @OptionalParam(name = "telecom") TokenAndListParam telecom,
            @Sort SortSpec sort) {
        return search().common(id, lastUpdated)
                .identifier(identifier, Patient::getIdentifier)
                .text(
                        family,
                        patient -> patient.getName().stream()
                                .filter(HumanName::hasFamily)
                                .map(HumanName::getFamily))
                .text(
                        given,
                        patient -> patient.getName().stream()
                                .flatMap(name -> name.getGiven().stream())
                                .map(PrimitiveType::getValue))
                .date(birthDate, patient -> patient.getBirthDateElement().getValueAsString())
                .token(phone, patient -> contacts(patient, point -> point.getSystem() == ContactPointSystem.PHONE))
                .token(email, patient -> contacts(patient, point -> point.getSystem() == ContactPointSystem.EMAIL))
                .token(telecom, patient -> contacts(patient, point -> true))
                .sorted(sort, Map.of("_lastUpdated", LAST_UPDATED))
                .page();
    }

    @Override
    List<Identifier> identifiers(Patient patient) {
        return patient.getIdentifier();
    }

    @Override
    void check(Patient wanted) {
        Required.that(wanted.hasName() || wanted.hasIdentifier(), "Patient.name");
    }

    private static Stream<Coding> contacts(Patient patient, Predicate<ContactPoint> kind) {
        return patient.getTelecom().stream().filter(kind).map(point -> new Coding(null, point.getValue(), null));
    }
}
