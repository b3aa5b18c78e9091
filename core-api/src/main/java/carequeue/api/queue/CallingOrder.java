package carequeue.api.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is called next: acuity first, then booked patients whose slot has come, then arrival; nobody is overtaken more often than the policy
 * allows. A pure value: the same entries at the same instant give the same order.
 */
public record CallingOrder(CallingPolicy policy) {

    /** The one to call next from those waiting, for a point with this provider or none. */
    public Optional<Candidate> next(List<Candidate> waiting, String pointProviderId, Instant now) {
        List<Candidate> servable =
                waiting.stream().filter(c -> c.servedBy(pointProviderId)).toList();
        Optional<Candidate> first = servable.stream().min(order(now));
        return first.map(candidate -> notBeyondTheBound(candidate, servable));
    }

    /** Everyone waiting in the order in which a point without a provider of its own would call them, were nobody to come meanwhile. */
    public List<Candidate> order(List<Candidate> waiting, Instant now) {
        Map<String, Candidate> asGiven = new HashMap<>();
        waiting.forEach(c -> asGiven.put(c.entryId(), c));
        List<Candidate> rest = new ArrayList<>(waiting);
        List<Candidate> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            Candidate called = next(rest, null, now).orElseThrow();
            ordered.add(asGiven.get(called.entryId()));
            rest.remove(called);
            rest.replaceAll(other -> overtakes(called, other) ? other.overtakenOnceMore() : other);
        }
        return ordered;
    }

    /** The entries that a call of this one lets wait although they came earlier, have the same acuity and could be served there. */
    public List<String> overtakenBy(Candidate called, List<Candidate> waiting, String pointProviderId) {
        return waiting.stream()
                .filter(other -> other.servedBy(pointProviderId) && overtakes(called, other))
                .map(Candidate::entryId)
                .toList();
    }

    private Candidate notBeyondTheBound(Candidate candidate, List<Candidate> servable) {
        return servable.stream()
                .filter(other -> overtakes(candidate, other) && other.overtaken() >= policy.overtakenAtMost())
                .min(byArrival())
                .orElse(candidate);
    }

    private static boolean overtakes(Candidate called, Candidate other) {
        return called.nominalAcuity() == other.nominalAcuity() && other.arrivedBefore(called);
    }

    private Comparator<Candidate> order(Instant now) {
        return Comparator.<Candidate>comparingInt(c -> acuityClass(c, now))
                .thenComparing(c -> due(c, now) ? c.slot() : Instant.MAX)
                .thenComparing(byArrival());
    }

    private static Comparator<Candidate> byArrival() {
        return Comparator.comparing(Candidate::arrivedAt).thenComparingLong(Candidate::number);
    }

    private static boolean due(Candidate candidate, Instant now) {
        return candidate.slot() != null && !candidate.slot().isAfter(now);
    }

    private int acuityClass(Candidate candidate, Instant now) {
        int nominal = candidate.nominalAcuity();
        boolean waitedTooLong = candidate.arrivedAt().plus(policy.targetWait()).isBefore(now);
        return nominal >= 4 && waitedTooLong ? nominal - 1 : nominal;
    }
}
