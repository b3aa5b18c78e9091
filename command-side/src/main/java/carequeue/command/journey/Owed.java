package carequeue.command.journey;

import carequeue.api.Money;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.payment.AtCheckIn;
import carequeue.api.payment.Basis;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.visit.StepState;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for at a check-in, and by what that is believed; or (amount null) why nothing is.
 *
 * @param step how the check-in's step stands when nothing is asked: open where a person has to see to it
 */
record Owed(PaymentPurpose purpose, Money amount, Basis basis, String why, StepState step) {

    /** By the price list, of who pays for themselves. */
    static Owed selfPay(String serviceId, PaymentPolicy policy) {
        Optional<Money> price = policy.atCheckIn() == AtCheckIn.EVERYBODY
                ? policy.price(serviceId).filter(p -> p.amount() > 0)
                : Optional.empty();
        return price.map(p -> of(PaymentPurpose.SELF_PAY, p, Basis.Source.PRICE_LIST, null, serviceId, policy))
                .orElseGet(() -> nothing("self-pay", StepState.SKIPPED));
    }

    /** By the payer's word. */
    static Owed by(PayerWord word, String checkId, PaymentPolicy policy) {
        if (policy.atCheckIn() == AtCheckIn.NOBODY) {
            return nothing("asked for by hand", StepState.SKIPPED);
        } else if (word.state() == EligibilityState.INACTIVE) {
            return nothing("the insurance is not active: what is owed has to be looked at", StepState.OPEN);
        }
        Money said = word.benefits() == null ? null : word.benefits().coPay();
        if (said == null) {
            return byDefault(checkId, policy);
        }
        return said.amount() == 0
                ? nothing("nothing is owed", StepState.SKIPPED)
                : of(PaymentPurpose.CO_PAY, said, Basis.Source.ELIGIBILITY_ANSWER, checkId, "co-pay", policy);
    }

    /** When the payer will not say it by itself. */
    static Owed unsaid() {
        return nothing("the payer did not say: what is owed has to be looked at", StepState.OPEN);
    }

    /** As long as the payer has not said anything. */
    static Owed guess(PaymentPolicy policy) {
        return policy.atCheckIn() == AtCheckIn.NOBODY
                ? nothing("asked for by hand", StepState.SKIPPED)
                : byDefault(null, policy);
    }

    private static Owed byDefault(String checkId, PaymentPolicy policy) {
        Money amount = new Money(policy.defaultCoPay(), policy.currency());
        return amount.amount() == 0
                ? nothing("not known yet", StepState.PENDING)
                : of(PaymentPurpose.CO_PAY, amount, Basis.Source.SITE_DEFAULT, checkId, "co-pay", policy);
    }

    private static Owed nothing(String why, StepState step) {
        return new Owed(null, null, null, why, step);
    }

    private static Owed of(
            PaymentPurpose purpose,
            Money amount,
            Basis.Source source,
            String checkId,
            String what,
            PaymentPolicy policy) {
        List<Basis.Line> lines = List.of(new Basis.Line(what, amount.amount()));
        return new Owed(
                purpose, amount, new Basis(source, checkId, policy.name(), policy.version(), lines), null, null);
    }
}
