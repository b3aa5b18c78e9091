package carequeue.adapter.payer.clearinghouse;

import carequeue.adapter.payer.BenefitLine;
import carequeue.adapter.payer.Heard;
import carequeue.adapter.payer.Heard.Rejection;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the JSON that a clearing-house made of a 271; members that are missing, null or of another type say nothing. */
final class JsonAnswer {

    private static final List<String> LOOPS =
            List.of("", "/payer", "/provider", "/subscriber", "/dependents/0", "/benefitsRelatedEntities/0");
    /** Some spell the wish out instead of giving AAA04's letter. */
    private static final Map<String, String> WISHES = Map.of(
            "please correct and resubmit", "C",
            "resubmission not allowed", "N",
            "please resubmit original transaction", "P",
            "resubmission allowed", "R",
            "do not resubmit; inquiry initiated to a third party", "S",
            "please wait 30 days and resubmit", "W",
            "please wait 10 days and resubmit", "X",
            "do not resubmit; we will hold your request and respond again shortly", "Y");

    private JsonAnswer() {}

    /** Whether it speaks of benefits or of reasons why there are none. */
    static boolean isAnswer(JsonNode said) {
        return said.path("benefitsInformation").isArray()
                || said.path("planStatus").isArray()
                || !rejections(said).isEmpty();
    }

    static Heard of(JsonNode said) {
        List<BenefitLine> lines = new ArrayList<>();
        said.path("benefitsInformation").forEach(one -> lines.add(line(one)));
        if (lines.isEmpty()) {
            said.path("planStatus").forEach(one -> lines.add(status(one)));
        }
        JsonNode days = said.path("planDateInformation");
        return new Heard(
                lines,
                rejections(said),
                day(days, 0, "planBegin", "eligibilityBegin", "plan", "eligibility"),
                day(days, 1, "planEnd", "eligibilityEnd", "plan", "eligibility"));
    }

    private static List<Rejection> rejections(JsonNode said) {
        return LOOPS.stream()
                .map(said::at)
                .flatMap(loop -> Stream.of(loop.path("errors"), loop.path("aaaErrors")))
                .flatMap(errors ->
                        Stream.iterate(0, i -> i < errors.size(), i -> i + 1).map(errors::get))
                .filter(error -> error.path("code").asText("").matches("[0-9]{2}|T4|[A-Z]{2}"))
                .map(error -> new Rejection(error.path("code").asText(), wish(error)))
                .distinct()
                .toList();
    }

    private static String wish(JsonNode error) {
        String said = error.path("followupAction").asText("").strip();
        return said.length() <= 1 ? said : WISHES.getOrDefault(said.toLowerCase(Locale.ROOT), "");
    }

    private static BenefitLine line(JsonNode one) {
        List<String> services = new ArrayList<>();
        one.path("serviceTypeCodes").forEach(code -> services.add(code.asText()));
        return new BenefitLine(
                one.path("code").asText(""),
                one.path("coverageLevelCode").asText(""),
                services,
                one.path("timeQualifierCode").asText(""),
                number(one.path("benefitAmount")),
                number(one.path("benefitPercent")),
                one.path("inPlanNetworkIndicatorCode").asText(""));
    }

    private static BenefitLine status(JsonNode one) {
        List<String> services = new ArrayList<>();
        one.path("serviceTypeCodes").forEach(code -> services.add(code.asText()));
        return new BenefitLine(one.path("statusCode").asText(""), "", services, "", null, null, "");
    }

    private static BigDecimal number(JsonNode node) {
        String text = node.isValueNode() ? node.asText("").strip() : "";
        return text.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
    }

    /** A day, or of a period its first or last. A plan's single day begins, and ends nothing. */
    private static LocalDate day(JsonNode days, int end, String... names) {
        for (String name : names) {
            String[] parts = days.path(name).asText("").split("-");
            boolean single = parts.length == 1;
            boolean period = name.equals("plan") || name.equals("eligibility");
            if (parts[0].length() == 8 && !(single && period && end == 1)) {
                return parsed(parts[single ? 0 : end]);
            }
        }
        return null;
    }

    private static LocalDate parsed(String digits) {
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
