package carequeue.command.payment;

import carequeue.api.Money;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.Share;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What orders to payments say in their bodies. */
final class PaymentBodies {

    private PaymentBodies() {}

    /**
     * An amount asked for by hand.
     *
     * @param amount absent: the site's price of the service
     * @param shares what each visit of a family has in it
     */
    record ToPay(
            @NotBlank @Size(max = 64) String siteId,
            @Size(max = 64) String visitId,
            @NotBlank @Size(max = 64) String patientId,
            @NotNull PaymentPurpose purpose,
            @Valid Money amount,
            @Size(max = 64) String serviceId,
            @Valid @Size(max = 20) List<Share> shares) {}

    /** How it is paid; without an amount, all that is left; {@code manual} only authorises it. */
    record Collect(
            @NotNull PaymentMethod method,
            @Valid Sum amount,
            @Valid Sum tendered,
            Boolean manual,
            @Size(max = 100) String readerId,
            @Size(max = 100) String paymentMethodId) {}

    /** How much of what is authorised is taken; absent: all that is owed. */
    record Capture(@Valid Sum amount) {}

    /** Why. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    /** Why, and how much where it is not all. */
    record Part(
            @Valid Sum amount, @NotBlank @Size(max = 500) String reason) {}

    /** How much is given back, why, and whether a card's money goes back in cash. */
    record GiveBack(
            @Valid Sum amount, @NotBlank @Size(max = 500) String reason, Boolean cash) {}

    /** An order that needs no further words. */
    record Nothing() {}
}
