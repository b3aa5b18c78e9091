package carequeue.sandbox.ehr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;

/** People mixed from two good ones each, so that they resemble nobody, then damaged in one way each. */
final class BrokenPatients {

    private static final Set<String> SYNTHEAS_OWN =
            Set.of("https://github.com/synthetichealth/synthea", "http://hospital.smarthealthit.org");

    private BrokenPatients() {}

    static List<Patient> mixedFrom(List<Patient> good) {
        List<Patient> broken = new ArrayList<>();
        for (Broken way : Broken.values()) {
            int n = way.ordinal();
            Patient patient = mixed(good.get(n), good.get((n + 3) % good.size()), way.patientId());
            way.damage(patient);
            broken.add(patient);
        }
        return broken;
    }

    private static Patient mixed(Patient body, Patient family, String id) {
        Patient patient = body.copy();
        patient.setId("Patient/" + id);
        patient.getIdentifier().removeIf(identifier -> !SYNTHEAS_OWN.contains(identifier.getSystem()));
        patient.getIdentifier().forEach(identifier -> identifier.setValue(id));
        patient.addIdentifier(SiteMrn.of(id));
        var name = patient.getNameFirstRep();
        name.setFamily(family.getNameFirstRep().getFamily());
        patient.setName(new ArrayList<>(List.of(name)));
        patient.setBirthDate(family.getBirthDate());
        Contacts.setEmail(patient, id);
        return patient;
    }
}
