package carequeue.adapter.payer.clearinghouse;

import carequeue.adapter.payer.BenefitLine;
import carequeue.adapter.payer.Heard;
import carequeue.adapter.payer.Heard.Rejection;
import carequeue.adapter.x12.Hierarchy;
import carequeue.adapter.x12.Hierarchy.Level;
import carequeue.adapter.x12.Loops;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an X12 271 (005010X279A1): every EB line of the patient's loop, every AAA of any loop, the days of the plan. */
final class X12Answer {

    private static final Set<String> PATIENTS = Set.of("22", "23");

    private X12Answer() {}

    /**
     * Takes an answer apart.
     *
     * @param reference of the question, by which its patient is found where the answer speaks of several
     */
    static Heard of(Transaction transaction, String reference) {
        Hierarchy hierarchy = Hierarchy.of(transaction);
        List<Rejection> rejections = new ArrayList<>();
        hierarchy.roots().stream()
                .flatMap(Level::all)
                .forEach(level -> level.segments().stream()
                        .filter(segment -> segment.is("AAA"))
                        .forEach(aaa -> rejections.add(new Rejection(aaa.text(3), aaa.text(4)))));
        Level patient = patient(hierarchy, reference);
        if (patient == null) {
            return new Heard(List.of(), rejections, null, null);
        }
        var loops = Loops.cut(patient.segments(), "EB");
        PlanDays days = new PlanDays(loops.before());
        return new Heard(
                loops.loops().stream().map(loop -> line(loop.get(0))).toList(), rejections, days.from(), days.until());
    }

    /** The lowest loop with lines that names our question; else the lowest with lines. */
    private static Level patient(Hierarchy hierarchy, String reference) {
        List<Level> all = hierarchy.roots().stream()
                .flatMap(Level::all)
                .filter(level -> PATIENTS.contains(level.code()))
                .filter(level -> level.segments().stream().anyMatch(segment -> segment.is("EB")))
                .toList();
        return all.stream()
                .filter(level -> names(level, reference))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.size() == 1 ? all.get(0) : onlyDependent(all));
    }

    private static boolean names(Level level, String reference) {
        return level.segments().stream()
                .anyMatch(segment -> segment.is("TRN", "2") && segment.text(2).equals(reference));
    }

    // Of several people none of whom is ours by name, only a single dependent under a subscriber is certain.
    private static Level onlyDependent(List<Level> all) {
        List<Level> dependents =
                all.stream().filter(level -> level.code().equals("23")).toList();
        return dependents.size() == 1 ? dependents.get(0) : null;
    }

    private static BenefitLine line(Segment eb) {
        return new BenefitLine(
                eb.text(1), eb.text(2), eb.repeats(3), eb.text(6), eb.number(7), eb.number(8), eb.text(12));
    }
}
