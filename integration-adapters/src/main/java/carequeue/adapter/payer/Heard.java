package carequeue.adapter.payer;

import java.time.LocalDate;
import java.util.List;

/**
 * A payer's answer, taken apart but not yet understood.
 *
 * @param from first day of the plan, or null
 * @param until last day, or null
 */
public record Heard(List<BenefitLine> lines, List<Rejection> rejections, LocalDate from, LocalDate until) {

    /**
     * Why a payer did not answer, by the codes of X12's AAA segment.
     *
     * @param reason of AAA03
     * @param followUp of AAA04, or empty
     */
    public record Rejection(String reason, String followUp) {}
}
