package carequeue.query.claims;

import carequeue.api.Phi;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import java.util.List;
import java.util.Optional;

/** What of a bill is personal: diagnoses, and what was done. Kept sealed. */
record Codes(List<String> diagnoses, List<Done> lines) {

    static final Codes NONE = new Codes(List.of(), List.of());

    /** The codes of one line, null where they are not known or were erased. */
    record Done(String procedure, List<String> modifiers) {}

    static Codes of(ClaimContent content) {
        return new Codes(
                known(content.diagnoses()).orElse(List.of()),
                content.lines().stream().map(Codes::done).toList());
    }

    private static Done done(ClaimLine line) {
        return new Done(
                known(line.procedure()).orElse(null), known(line.modifiers()).orElse(List.of()));
    }

    private static <T> Optional<T> known(Phi<T> phi) {
        return phi == null ? Optional.empty() : phi.known();
    }

    /** The codes of a line, counted from 0. */
    Done line(int number) {
        return number < lines.size() ? lines.get(number) : new Done(null, List.of());
    }
}
