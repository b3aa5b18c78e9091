package carequeue.sandbox.ehr;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** What the sandbox's clinicians code when a visit is finished; every tenth visit they forget. */
final class VisitCoding {

    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final List<String> DIAGNOSES = List.of("I10", "E11.9", "J06.9", "M54.50", "Z00.00");
    private static final int FORGOTTEN = 10;

    private VisitCoding() {}

    static List<DomainResource> of(Encounter visit) {
        String id = visit.getIdElement().getIdPart();
        int turn = Math.floorMod(id.hashCode(), FORGOTTEN * DIAGNOSES.size());
        if (turn % FORGOTTEN == 0) {
            return List.of();
        }
        var diagnosis = new CodeableConcept(new Coding(ICD_10_CM, DIAGNOSES.get(turn / FORGOTTEN), null));
        return List.of(condition(id, visit, diagnosis), charge(id, visit, diagnosis));
    }

    private static Condition condition(String id, Encounter visit, CodeableConcept diagnosis) {
        var condition = new Condition();
        condition.setId("Condition/dx-" + id);
        condition.setSubject(visit.getSubject().copy()).setEncounter(new Reference("Encounter/" + id));
        condition.setVerificationStatus(new CodeableConcept(new Coding(VERIFICATION, "confirmed", null)));
        return condition.setCode(diagnosis);
    }

    private static ChargeItem charge(String id, Encounter visit, CodeableConcept diagnosis) {
        var charge = new ChargeItem();
        charge.setId("ChargeItem/chg-" + id);
        charge.setStatus(ChargeItem.ChargeItemStatus.BILLABLE)
                .setSubject(visit.getSubject().copy());
        charge.setContext(new Reference("Encounter/" + id));
        charge.setCode(new CodeableConcept(new Coding(CPT, "99213", null)));
        charge.setQuantity(new Quantity(1)).addReason(diagnosis.copy());
        charge.setPriceOverride(new Money().setValue(new BigDecimal("125.00")).setCurrency("USD"));
        return charge;
    }
}
