package carequeue.sandbox.ehr;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** The insurers of the sandbox; every fourth patient has none. */
final class Payers {

    private static final List<String> NAMES = List.of("Northwind Health", "Lakeside Mutual", "State Care");

    private Payers() {}

    static List<Organization> all() {
        return NAMES.stream().map(Payers::organization).toList();
    }

    static Optional<Coverage> policyOf(Patient patient) {
        String id = patient.getIdElement().getIdPart();
        int turn = Math.floorMod(id.hashCode(), NAMES.size() + 1);
        return turn == NAMES.size() ? Optional.empty() : Optional.of(policy(id, NAMES.get(turn)));
    }

    private static Organization organization(String name) {
        var payer = new Organization();
        payer.setId("Organization/" + id(name));
        payer.addIdentifier().setSystem(Systems.PAYER).setValue(payerId(name));
        payer.addType().addCoding(new Coding("http://terminology.hl7.org/CodeSystem/organization-type", "ins", null));
        return payer.setActive(true).setName(name);
    }

    private static Coverage policy(String patientId, String payer) {
        var patient = new Reference("Patient/" + patientId);
        var policy = new Coverage();
        policy.setId("Coverage/cov-" + patientId);
        policy.setStatus(Coverage.CoverageStatus.ACTIVE).setOrder(1);
        policy.setBeneficiary(patient).setSubscriber(patient.copy());
        policy.setSubscriberId("W" + SiteMrn.value(patientId).substring(1));
        policy.setRelationship(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/subscriber-relationship", "self", null)));
        policy.addPayor(new Reference("Organization/" + id(payer)).setDisplay(payer));
        return policy;
    }

    private static String id(String name) {
        return "payer-" + payerId(name).toLowerCase(java.util.Locale.ROOT);
    }

    private static String payerId(String name) {
        return name.replaceAll("[^A-Za-z]", "").substring(0, 5).toUpperCase(java.util.Locale.ROOT) + "1";
    }
}
