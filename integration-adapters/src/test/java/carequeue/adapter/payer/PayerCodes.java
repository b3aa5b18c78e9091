package carequeue.adapter.payer;

import carequeue.adapter.CodeTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The codes of payers. */
final class PayerCodes extends CodeTable.Chapter {

    private static final String X12 = "X12 271, 005010X279A1";

    @Override
    protected List<CodeTable> tables() {
        return List.of(
                new CodeTable(
                        "X12 EB01: benefits",
                        X12 + ". Several lines of one answer come together in `BenefitCode.outcome`.",
                        List.of("code", "says", "what it is, or why nothing follows"),
                        Arrays.stream(BenefitCode.values())
                                .map(c -> List.of(c.code(), word(c.says()), c.words()))
                                .toList()),
                CodeTable.of(
                        "X12 AAA03: why there is no answer",
                        X12 + ". Of several reasons, the one that somebody can put right counts.",
                        RejectReason.all()),
                CodeTable.of("X12 AAA04: what the payer wants to be done", X12 + ".", FollowUpCode.all()));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
