package carequeue.command.patient;

import carequeue.api.Refused.BadField;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.CoverageOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the coverages of one patient must be; what is merely not known yet is no mistake. */
final class CoverageRules {

    private CoverageRules() {}

    static void mustBePossible(List<Coverage> coverages) {
        List<Field> wrong = new ArrayList<>();
        for (int i = 0; i < coverages.size(); i++) {
            Coverage one = coverages.get(i);
            String at = "coverages/" + i + "/";
            need(one.coverageId(), at + "coverageId", wrong);
            need(one.order(), at + "order", wrong);
            need(one.relationship(), at + "relationship", wrong);
            if (from(one).isAfter(until(one))) {
                wrong.add(new Field(at + "until", "is before the first day"));
            }
            for (Coverage other : coverages.subList(0, i)) {
                mustGoTogether(one, other, at, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new BadField(wrong);
        }
    }

    private static void mustGoTogether(Coverage one, Coverage other, String at, List<Field> wrong) {
        if (one.coverageId() != null && one.coverageId().equals(other.coverageId())) {
            wrong.add(new Field(at + "coverageId", "is there twice"));
        }
        boolean overlap = !from(one).isAfter(until(other)) && !from(other).isAfter(until(one));
        CoverageOrder order = one.order();
        if (order != null && order == other.order() && overlap) {
            wrong.add(new Field(at + "order", "is held by another coverage of the same days"));
        }
    }

    private static void need(Object value, String pointer, List<Field> wrong) {
        if (value == null || value.toString().isBlank()) {
            wrong.add(new Field(pointer, "is missing"));
        }
    }

    private static LocalDate from(Coverage one) {
        return one.from() == null ? LocalDate.MIN : one.from();
    }

    private static LocalDate until(Coverage one) {
        return one.until() == null ? LocalDate.MAX : one.until();
    }

    /** A coverage in the first place that is free on its days beside others; null where none is. */
    static Coverage placeBeside(List<Coverage> others, Coverage one) {
        for (CoverageOrder order : List.of(one.order(), CoverageOrder.PRIMARY, CoverageOrder.SECONDARY)) {
            Coverage placed = new Coverage(
                    one.coverageId(),
                    order,
                    one.payerId(),
                    one.payerName(),
                    one.memberId(),
                    one.groupNumber(),
                    one.relationship(),
                    one.subscriber(),
                    one.from(),
                    one.until());
            List<Field> wrong = new ArrayList<>();
            others.forEach(other -> mustGoTogether(placed, other, "", wrong));
            if (wrong.isEmpty()) {
                return placed;
            }
        }
        return null;
    }
}
