package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.PatientEdit.Part;
import carequeue.api.patient.Address;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

/** A change of a Patient, made in the resource and written as a JSON Patch (RFC 6902) alike. */
final class PatientPatch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Patient patient;
    private final ArrayNode steps = JSON.createArrayNode();

    PatientPatch(Patient patient) {
        this.patient = patient;
    }

    String json() {
        return steps.toString();
    }

    /** Gives a part another value. */
    void put(Part part, String value) {
        switch (part) {
            case FIRST_NAME -> firstName(value);
            case LAST_NAME -> lastName(value);
            case BIRTH_DATE -> {
                step(patient.hasBirthDate(), "/birthDate", JSON.valueToTree(value));
                patient.setBirthDateElement(new DateType(value));
            }
            case PHONE -> contact(ContactPointSystem.PHONE, value);
            case EMAIL -> contact(ContactPointSystem.EMAIL, value);
            case GENDER -> {
                step(patient.hasGender(), "/gender", JSON.valueToTree(value));
                patient.setGender(AdministrativeGender.fromCode(value));
            }
            case ADDRESS -> address(Address.of(value));
        }
    }

    private void firstName(String value) {
        HumanName name = name();
        boolean there = name.hasGiven();
        step(there, name("given") + (there ? "/0" : ""), JSON.valueToTree(there ? value : List.of(value)));
        if (there) {
            name.getGiven().get(0).setValue(value);
        } else {
            name.addGiven(value);
        }
    }

    private void lastName(String value) {
        HumanName name = name();
        step(name.hasFamily(), name("family"), JSON.valueToTree(value));
        name.setFamily(value);
    }

    private HumanName name() {
        if (!patient.hasName()) {
            patient.addName();
            step(false, "/name", JSON.createArrayNode().add(JSON.createObjectNode()));
        }
        return PatientMapping.best(patient.getName());
    }

    private String name(String part) {
        return "/name/" + patient.getName().indexOf(PatientMapping.best(patient.getName())) + "/" + part;
    }

    private void contact(ContactPointSystem system, String value) {
        Optional<ContactPoint> known = PatientParts.contact(patient, system);
        if (known.isPresent()) {
            String at = "/telecom/" + place(patient.getTelecom(), known.get());
            same(at, known.get(), known.get().getValue());
            step(true, at + "/value", JSON.valueToTree(value));
            known.get().setValue(value);
        } else {
            ObjectNode fresh =
                    JSON.createObjectNode().put("system", system.toCode()).put("value", value);
            add("/telecom", patient.hasTelecom(), fresh);
            patient.addTelecom().setSystem(system).setValue(value);
        }
    }

    private void address(Address home) {
        var known = Addresses.best(patient.getAddress());
        boolean had = patient.hasAddress();
        var theirs = known.orElseGet(() -> patient.addAddress().setUse(AddressUse.HOME));
        Addresses.write(home, theirs);
        if (known.isPresent()) {
            String at = "/address/" + place(patient.getAddress(), theirs);
            same(at, theirs, null);
            step(true, at, json(theirs));
        } else {
            add("/address", had, json(theirs));
        }
    }

    private static ObjectNode json(org.hl7.fhir.r4.model.Address address) {
        ObjectNode json = JSON.createObjectNode();
        text(json, "id", address.getId());
        if (address.hasUse()) {
            json.put("use", address.getUse().toCode());
        }
        if (address.hasType()) {
            json.put("type", address.getType().toCode());
        }
        if (address.hasLine()) {
            address.getLine().forEach(line -> json.withArray("line").add(line.getValue()));
        }
        text(json, "city", address.getCity());
        text(json, "state", address.getState());
        text(json, "postalCode", address.getPostalCode());
        text(json, "country", address.getCountry());
        return json;
    }

    private static void text(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static <T extends Element> int place(List<T> all, T one) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == one) {
                return i;
            }
        }
        throw new IllegalArgumentException("it is of another list");
    }

    private void add(String list, boolean there, JsonNode value) {
        step(
                false,
                there ? list + "/-" : list,
                there ? value : JSON.createArrayNode().add(value));
    }

    /** The list may have been changed since it was read; Oracle's servers want the test of the element's id. */
    private void same(String at, Element element, String value) {
        if (element.hasId()) {
            steps.addObject().put("op", "test").put("path", at + "/id").put("value", element.getId());
        } else if (value != null) {
            steps.addObject().put("op", "test").put("path", at + "/value").put("value", value);
        }
    }

    private void step(boolean there, String path, JsonNode value) {
        steps.addObject().put("op", there ? "replace" : "add").put("path", path).set("value", value);
    }
}
