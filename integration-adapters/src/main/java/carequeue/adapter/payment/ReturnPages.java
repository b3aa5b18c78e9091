package carequeue.adapter.payment;

import carequeue.adapter.message.PublicAddress;
import carequeue.api.visit.PatientLinks;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Where a person comes back to who has acted at the bank or on the provider's page; the address tells the provider nothing of them. */
@Component
public class ReturnPages {

    private static final Duration GOOD_FOR = Duration.ofDays(3);

    private final PaymentSettings settings;
    private final PatientLinks links;
    private final PublicAddress ours;

    public ReturnPages(PaymentSettings settings, PatientLinks links, PublicAddress ours) {
        this.settings = settings;
        this.links = links;
        this.ours = ours;
    }

    /** The page that says whether a payment is paid; the same for every repeat of a call. */
    public String of(Charge charge) {
        return own()
                ? settings.returnUrl()
                : ours.of("/p/" + token(charge) + "/paid").toString();
    }

    /** A page that says thank you and nothing else. */
    public String thanks() {
        return own() ? settings.returnUrl() : ours.of("/p/-/thanks").toString();
    }

    private String token(Charge charge) {
        return links.payment(charge.paymentId(), charge.startedAt().plus(GOOD_FOR));
    }

    private boolean own() {
        return settings.returnUrl() != null && !settings.returnUrl().isBlank();
    }
}
