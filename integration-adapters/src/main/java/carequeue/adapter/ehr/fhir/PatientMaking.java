package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSite;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.visit.Identification;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

/** Makes a patient who was registered here, unless the EHR knows them. */
final class PatientMaking {

    private final FhirCalls calls;
    private final PatientSearch search;
    private final Writing writing;

    PatientMaking(FhirCalls calls, PatientSearch search, Writing writing) {
        this.calls = calls;
        this.search = search;
        this.writing = writing;
    }

    Told make(EhrSite site, String patientId, Demographics who) {
        List<Patient> known = search.matching(
                new Identification(who.mrn(), who.firstName(), who.lastName(), who.birthDate(), who.phone()), site);
        if (known.size() > 1) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "has several patients who fit");
        }
        if (known.isEmpty()) {
            return made(patientId).orElseGet(() -> readBack(patientId, create(site, patientId, who)));
        }
        if (!PatientSearch.samePerson(known.get(0), who.lastName(), who.birthDate())) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "has another person under this record number");
        }
        return told(known.get(0));
    }

    // Not every server makes a patient only once by itself; and whoever has no record number is found by no other
    // search.
    private Optional<Told> made(String patientId) {
        return search.byRecordNumber(patientId, Identifiers.PATIENT).stream()
                .findFirst()
                .map(PatientMaking::told);
    }

    private String create(EhrSite site, String patientId, Demographics who) {
        return writing.make(patient(site, patientId, who), Identifiers.PATIENT, patientId);
    }

    private Told readBack(String patientId, String ehrId) {
        if (ehrId != null) {
            return told(calls.call(client ->
                    client.read().resource(Patient.class).withId(ehrId).execute()));
        }
        // A server that had the patient already need not say under which identifier.
        return made(patientId)
                .orElseThrow(() -> new OutsideFailure.Unavailable(EhrService.EHR, "does not show the patient made"));
    }

    private static Told told(Patient patient) {
        return new Told(
                "Patient",
                patient.getIdElement().getIdPart(),
                patient.getIdElement().getVersionIdPart());
    }

    private static Patient patient(EhrSite site, String patientId, Demographics who) {
        Patient patient = new Patient().setActive(true);
        patient.addIdentifier(Identifiers.of(Identifiers.PATIENT, patientId));
        known(who.mrn()).ifPresent(mrn -> patient.addIdentifier(Identifiers.recordNumber(site.mrnSystem(), mrn)));
        HumanName name = patient.addName().setUse(HumanName.NameUse.OFFICIAL);
        known(who.firstName()).ifPresent(name::addGiven);
        known(who.lastName()).ifPresent(name::setFamily);
        known(who.birthDate()).ifPresent(date -> patient.setBirthDateElement(new DateType(date.toString())));
        known(who.phone())
                .ifPresent(phone ->
                        patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone));
        known(who.email())
                .ifPresent(email ->
                        patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(email));
        known(who.born()).ifPresent(part -> patient.setBirthDateElement(new DateType(part)));
        known(who.address())
                .ifPresent(home -> Addresses.write(home, patient.addAddress().setUse(AddressUse.HOME)));
        known(who.gender()).ifPresent(gender -> patient.setGender(AdministrativeGender.fromCode(gender)));
        return patient;
    }

    private static <T> Optional<T> known(Phi<T> phi) {
        return phi == null ? Optional.empty() : phi.known();
    }
}
