package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.gclient.ICriterion;
import carequeue.adapter.ehr.EhrSite;
import carequeue.api.Phi;
import carequeue.api.visit.Identification;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

/** Looks for people by POST, so that nothing personal stands in an address. */
final class PatientSearch {

    private static final int PHONE_DIGITS = 7;

    private final FhirCalls calls;
    private final String url;

    PatientSearch(FhirCalls calls, String url) {
        this.calls = calls;
        this.url = url;
    }

    /** Those who have the record number; without one, those of the same last name, birth date and phone. */
    List<Patient> matching(Identification who, EhrSite site) {
        if (who.mrn() != null) {
            return byRecordNumber(who.mrn().get(), site.mrnSystem());
        }
        if (who.lastName() == null || who.birthDate() == null || who.phone() == null) {
            return List.of();
        }
        List<Patient> sameNameAndBirth = search(
                Patient.FAMILY.matches().value(who.lastName().get()),
                Patient.BIRTHDATE.exactly().day(who.birthDate().get().toString()));
        return sameNameAndBirth.stream().filter(patient -> fits(patient, who)).toList();
    }

    List<Patient> byRecordNumber(String mrn, String system) {
        return search(Patient.IDENTIFIER.exactly().systemAndIdentifier(system, mrn), null);
    }

    /** Whether family name and birth date are the same: enough to trust a record number. */
    static boolean samePerson(Patient patient, Phi<String> lastName, Phi<java.time.LocalDate> birthDate) {
        boolean name = patient.getName().stream().anyMatch(n -> same(n.getFamily(), text(lastName)));
        String born = patient.getBirthDateElement().getValueAsString();
        // A month or a year of the EHR's is no contradiction.
        return name
                && (birthDate == null
                        || born != null && birthDate.get().toString().startsWith(born));
    }

    private List<Patient> search(ICriterion<?> one, ICriterion<?> second) {
        Bundle first = calls.ask(client -> {
            var query = client.search()
                    .forResource(Patient.class)
                    .where(one)
                    .returnBundle(Bundle.class)
                    .usingStyle(SearchStyleEnum.POST);
            return (second == null ? query : query.and(second)).execute();
        });
        List<Patient> found = new ArrayList<>();
        Pages follow = new Pages(calls, url, "Patient");
        for (Bundle page = first; page != null; page = follow.after(page)) {
            Found.in(page, Patient.class)
                    .filter(patient -> !patient.hasActive() || patient.getActive())
                    .forEach(found::add);
        }
        return found;
    }

    // A server may find more by a name's beginning; only what is equal counts.
    private static boolean fits(Patient patient, Identification who) {
        String phone = digits(text(who.phone()));
        return samePerson(patient, who.lastName(), who.birthDate())
                && patient.getName().stream().anyMatch(name -> given(name, who))
                && patient.getTelecom().stream()
                        .filter(point -> point.getSystem() == ContactPointSystem.PHONE)
                        .map(point -> digits(point.getValue()))
                        .anyMatch(theirs -> samePhone(theirs, phone));
    }

    private static boolean given(HumanName name, Identification who) {
        return who.firstName() == null
                || name.getGiven().stream().anyMatch(given -> same(given.getValue(), text(who.firstName())));
    }

    private static boolean samePhone(String a, String b) {
        // One side may carry the country's code.
        return a.length() >= PHONE_DIGITS && b.length() >= PHONE_DIGITS && (a.endsWith(b) || b.endsWith(a));
    }

    private static String digits(String text) {
        return text == null ? "" : text.replaceAll("\\D", "");
    }

    private static boolean same(String a, String b) {
        return a != null && b != null && plain(a).equals(plain(b));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String text(Phi<String> phi) {
        return Phi.text(phi, Objects::toString, null);
    }
}
