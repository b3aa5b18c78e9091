package carequeue.command.claim;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.Refused.BadField;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is typed on a claim has the form of its codes; what is merely not known yet is no mistake. */
final class ContentRules {

    private static final int DIAGNOSES = 12;
    private static final int LINES = 50;
    private static final int MODIFIERS = 4;
    private static final int POINTERS = 4;
    private static final int UNITS = 9_999;
    private static final long CHARGE = 99_999_999;

    private final ClaimContent content;
    private final List<Field> wrong = new ArrayList<>();

    private ContentRules(ClaimContent content) {
        this.content = content;
    }

    /** The content as the standards write it; refused with every field that has the wrong form. */
    static ClaimContent accepted(ClaimContent typed) {
        ContentRules rules = new ContentRules(written(typed));
        rules.check();
        if (!rules.wrong.isEmpty()) {
            throw new BadField(rules.wrong);
        }
        return rules.content;
    }

    private static ClaimContent written(ClaimContent typed) {
        return new ClaimContent(
                each(typed.diagnoses(), CodeForms::written),
                typed.lines().stream().map(ContentRules::written).toList(),
                typed.placeOfService(),
                typed.billingNpi(),
                typed.renderingNpi());
    }

    private static ClaimLine written(ClaimLine typed) {
        Phi<String> procedure = typed.procedure() == null
                ? null
                : typed.procedure()
                        .known()
                        .<Phi<String>>map(p -> Phi.of(capitals(p)))
                        .orElse(typed.procedure());
        return new ClaimLine(
                procedure,
                each(typed.modifiers(), ContentRules::capitals),
                typed.diagnosisPointers(),
                typed.charge(),
                typed.units(),
                typed.day());
    }

    private static Phi<List<String>> each(Phi<List<String>> codes, UnaryOperator<String> written) {
        if (codes == null || codes.known().isEmpty()) {
            return codes;
        }
        List<String> all = codes.get().stream().map(written).toList();
        return all.isEmpty() ? null : Phi.of(all);
    }

    private static String capitals(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    private void check() {
        codes(content.diagnoses(), "/diagnoses", DIAGNOSES, CodeForms::isDiagnosis, "is not of the form of ICD-10-CM");
        if (content.lines().size() > LINES) {
            wrong.add(new Field("/lines", "are more than " + LINES));
        }
        for (int i = 0; i < content.lines().size(); i++) {
            line(content.lines().get(i), "/lines/" + i);
        }
        form(content.placeOfService(), "/placeOfService", CodeForms::isPlaceOfService, "is no place of service of CMS");
        form(content.billingNpi(), "/billingNpi", CodeForms::isNpi, "is no National Provider Identifier");
        form(content.renderingNpi(), "/renderingNpi", CodeForms::isNpi, "is no National Provider Identifier");
        if (content.lines().stream()
                        .map(ClaimLine::charge)
                        .filter(charge -> charge != null)
                        .map(Money::currency)
                        .distinct()
                        .count()
                > 1) {
            wrong.add(new Field("/lines", "are in more than one currency"));
        }
    }

    private void line(ClaimLine line, String at) {
        if (line.procedure() != null && line.procedure().known().isPresent()) {
            form(
                    line.procedure().get(),
                    at + "/procedure",
                    CodeForms::isProcedure,
                    "is not of the form of CPT or HCPCS");
        }
        codes(
                line.modifiers(),
                at + "/modifiers",
                MODIFIERS,
                CodeForms::isModifier,
                "is not of the form of a modifier");
        pointers(line.diagnosisPointers(), at + "/diagnosisPointers");
        if (line.charge() != null
                && (line.charge().amount() < 0 || line.charge().amount() > CHARGE)) {
            wrong.add(new Field(at + "/charge", "is between 0 and " + CHARGE + " in minor units"));
        }
        if (line.units() != null && (line.units() < 1 || line.units() > UNITS)) {
            wrong.add(new Field(at + "/units", "are between 1 and " + UNITS));
        }
    }

    private void pointers(List<Integer> pointers, String at) {
        boolean apart = new HashSet<>(pointers).size() == pointers.size();
        if (pointers.size() > POINTERS || !apart) {
            wrong.add(new Field(at, "are at most " + POINTERS + ", each once"));
        } else if (pointers.stream().anyMatch(p -> p < 1 || p > content.diagnosisCount())) {
            wrong.add(new Field(at, "points to no diagnosis of the claim"));
        }
    }

    private void codes(Phi<List<String>> codes, String at, int most, Predicate<String> form, String message) {
        if (codes == null || codes.known().isEmpty()) {
            return;
        }
        List<String> all = codes.get();
        if (all.size() > most || new HashSet<>(all).size() < all.size()) {
            wrong.add(new Field(at, "are at most " + most + ", each once"));
        }
        for (int i = 0; i < all.size(); i++) {
            form(all.get(i), at + "/" + i, form, message);
        }
    }

    private void form(String code, String at, Predicate<String> form, String message) {
        if (code != null && !form.test(code)) {
            wrong.add(new Field(at, message));
        }
    }
}
