package carequeue.adapter.payer.fhir;

import carequeue.adapter.payer.BenefitLine;
import carequeue.adapter.payer.Heard;
import carequeue.adapter.payer.Heard.Rejection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.BenefitComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.EligibilityResponseStatus;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.InsuranceComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.ItemsComponent;
import org.hl7.fhir.r4.model.Enumerations.RemittanceOutcome;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Type;

/** Reads a CoverageEligibilityResponse into the lines that every payer's answer is brought into. */
final class ResponseReading {

    private static final Map<String, String> LEVELS = Map.of("individual", "IND", "family", "FAM");
    private static final Map<String, String> NETWORKS = Map.of("in", "Y", "out", "N");
    private static final Map<String, String> TERMS = Map.of("annual", "23", "day", "7", "lifetime", "32");
    private static final String VISIT = "27";
    private static final String REMAINING = "29";

    private ResponseReading() {}

    /** Whether the payer only says that it has the question. */
    static boolean queued(CoverageEligibilityResponse response) {
        return response.getOutcome() == RemittanceOutcome.QUEUED
                || response.getStatus() == EligibilityResponseStatus.DRAFT;
    }

    static Heard of(CoverageEligibilityResponse response) {
        List<BenefitLine> lines = new ArrayList<>();
        response.getInsurance().forEach(insurance -> lines(insurance, lines));
        return new Heard(
                lines,
                rejections(response),
                day(response, period -> period.getStartElement()),
                day(response, period -> period.getEndElement()));
    }

    private static void lines(InsuranceComponent insurance, List<BenefitLine> lines) {
        if (insurance.hasInforce()) {
            lines.add(BenefitLine.of(insurance.getInforce() ? "1" : "6"));
        }
        for (ItemsComponent item : insurance.getItem()) {
            if (item.getExcluded()) {
                lines.add(line("I", item, "", null, null));
            }
            item.getBenefit().forEach(benefit -> benefit(item, benefit, lines));
        }
    }

    private static void benefit(ItemsComponent item, BenefitComponent benefit, List<BenefitLine> lines) {
        BigDecimal allowed = amount(benefit.getAllowed());
        switch (code(benefit.getType())) {
            case "copay" -> lines.add(line("B", item, VISIT, allowed, null));
            case "copay-percent" -> lines.add(line("A", item, term(item), null, percent(benefit)));
            case "deductible" -> {
                lines.add(line("C", item, term(item), allowed, null));
                BigDecimal used = amount(benefit.getUsed());
                if (allowed != null && used != null) {
                    lines.add(line("C", item, REMAINING, allowed.subtract(used).max(BigDecimal.ZERO), null));
                }
            }
            default -> {
                // Rooms, visits, vision and the like: nothing of them is collected at the visit.
            }
        }
    }

    private static BenefitLine line(
            String code, ItemsComponent item, String period, BigDecimal amount, BigDecimal percent) {
        String category = code(item.getCategory());
        return new BenefitLine(
                code,
                LEVELS.getOrDefault(code(item.getUnit()), ""),
                category.isEmpty() ? List.of() : List.of(category),
                period,
                amount,
                percent,
                NETWORKS.getOrDefault(code(item.getNetwork()), ""));
    }

    private static String term(ItemsComponent item) {
        return TERMS.getOrDefault(code(item.getTerm()), "");
    }

    // Amounts of another currency than the clinic's are none that it could ask for.
    private static BigDecimal amount(Type value) {
        return value instanceof Money money
                        && (!money.hasCurrency() || money.getCurrency().equals("USD"))
                ? money.getValue()
                : null;
    }

    private static BigDecimal percent(BenefitComponent benefit) {
        String said = benefit.getAllowed() == null
                ? ""
                : String.valueOf(benefit.getAllowed().primitiveValue());
        return said.matches("\\d{1,3}") ? new BigDecimal(said).movePointLeft(2) : null;
    }

    private static List<Rejection> rejections(CoverageEligibilityResponse response) {
        List<Rejection> all = new ArrayList<>();
        response.getError().forEach(error -> all.add(new Rejection(reason(error.getCode()), "")));
        if (all.isEmpty() && response.getOutcome() == RemittanceOutcome.ERROR) {
            all.add(new Rejection("?", ""));
        }
        return all;
    }

    /** FHIR's own two codes say that the question lacks its identifier or date, which are our doing; others give X12's. */
    private static String reason(CodeableConcept code) {
        String said = code(code);
        return switch (said) {
            case "a001", "a002" -> "33";
            case "" -> "?";
            default -> said.length() <= 12 ? said : "?";
        };
    }

    private static String code(CodeableConcept concept) {
        return concept == null || !concept.hasCoding()
                ? ""
                : String.valueOf(concept.getCodingFirstRep().getCode()).strip();
    }

    private static LocalDate day(
            CoverageEligibilityResponse response, Function<org.hl7.fhir.r4.model.Period, BaseDateTimeType> side) {
        return response.getInsurance().stream()
                .filter(InsuranceComponent::hasBenefitPeriod)
                .map(insurance -> side.apply(insurance.getBenefitPeriod()).getValueAsString())
                .filter(text -> text != null && text.length() >= 10)
                .findFirst()
                .map(text -> LocalDate.parse(text.substring(0, 10)))
                .orElse(null);
    }
}
