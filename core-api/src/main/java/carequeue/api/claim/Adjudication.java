package carequeue.api.claim;

import carequeue.api.Money;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import java.util.List;
import java.util.Locale;

/**
 * What a payer decided about a submission.
 *
 * @param answerId by which the payer tells this decision from its others; the same one twice is one decision
 * @param charged what it was asked for
 * @param allowed what it holds to be due to anybody, null where it did not say
 * @param paid what it pays; below nothing where it takes back
 * @param forwarded whether it passes the claim on to the next payer by itself
 * @param codes its own codes, so that a person can look them up; nothing personal
 */
public record Adjudication(
        String answerId,
        Decision decision,
        Money charged,
        Money allowed,
        Money paid,
        List<Adjustment> adjustments,
        String payerClaimNumber,
        boolean forwarded,
        List<String> codes) {

    /** How it decided. */
    public enum Decision {
        /** It pays, or says who bears what. */
        PROCESSED,
        DENIED,
        /** An earlier decision is taken back; another may follow. */
        REVERSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Adjudication {
        adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
        codes = codes == null ? List.of() : List.copyOf(codes);
    }

    /** Whether what is paid and what is not make up what was asked for, in one currency. */
    public boolean balances() {
        long adjusted = adjustments.stream().mapToLong(Adjustment::amount).reduce(0, Math::addExact);
        return charged.currency().equals(paid.currency())
                && (allowed == null || allowed.currency().equals(paid.currency()))
                && charged.amount() == Math.addExact(paid.amount(), adjusted);
    }

    /** What the patient owes by this decision. */
    public Money patientOwes() {
        return money(adjustments.stream()
                .filter(a -> a.bearer() == Bearer.PATIENT)
                .mapToLong(Adjustment::amount)
                .reduce(0, Math::addExact));
    }

    /** What of it is owed for one reason. */
    public Money patientOwes(Kind kind) {
        return money(adjustments.stream()
                .filter(a -> a.bearer() == Bearer.PATIENT && a.kind() == kind)
                .mapToLong(Adjustment::amount)
                .reduce(0, Math::addExact));
    }

    private Money money(long amount) {
        return new Money(amount, paid.currency());
    }
}
