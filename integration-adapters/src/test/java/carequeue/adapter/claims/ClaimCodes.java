package carequeue.adapter.claims;

import carequeue.adapter.CodeTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The codes by which clearing-houses and payers speak of claims. */
final class ClaimCodes extends CodeTable.Chapter {

    private static final String X835 = "X12 835, 005010X221A1";

    @Override
    protected List<CodeTable> tables() {
        return List.of(categories(), remittances(), groups(), outcomes());
    }

    private static CodeTable categories() {
        Map<String, Object> all = new TreeMap<>();
        all.putAll(StatusCategory.all());
        StatusCategory.ended().forEach((code, why) -> all.put(code, "for a person: " + why));
        return CodeTable.of(
                "X12 STC: claim status categories",
                "X12 external code list 507, in 277CA and 277. Of several, the worst counts.",
                all);
    }

    private static CodeTable remittances() {
        Stream<List<String>> used = Arrays.stream(RemittanceStatus.values())
                .map(s -> List.of(s.code(), s.decision().map(Object::toString).orElse("nothing"), s.words()));
        Stream<List<String>> others = RemittanceStatus.ofOtherTransactions().stream()
                .sorted()
                .map(code -> List.of(code, "for a person", "of another transaction than the 835"));
        return new CodeTable(
                "X12 CLP02: how a claim was decided",
                X835 + ".",
                List.of("code", "ours", "what it is, or why nothing follows"),
                Stream.concat(used, others).toList());
    }

    private static CodeTable groups() {
        return new CodeTable(
                "X12 CAS01: who bears what is not paid",
                X835
                        + ". Of the reasons in group PR, 1, 66 and 247 are a deductible, 2 and 248 co-insurance, 3 and"
                        + " 241 a co-pay.",
                List.of("code", "borne by", "what it is"),
                Arrays.stream(AdjustmentGroup.values())
                        .map(g -> List.of(g.code(), g.bearer().toString(), g.words()))
                        .toList());
    }

    private static CodeTable outcomes() {
        return new CodeTable(
                "FHIR ClaimResponse.outcome",
                "FHIR R4 `remittance-outcome`.",
                List.of("code", "ours", "what it is"),
                Arrays.stream(ResponseOutcome.values())
                        .map(o ->
                                List.of(o.code(), o.word().map(Object::toString).orElse("a decision"), o.why()))
                        .toList());
    }
}
