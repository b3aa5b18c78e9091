package carequeue.sandbox.stripe;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.fault.FaultSwitch;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** What the payment provider shows on the control page: the reader at the desk and what was charged. */
final class StripeSection implements ControlSection {

    private static final int SHOWN = 50;

    private final Provider provider;
    private final FaultSwitch faults;

    StripeSection(Provider provider, FaultSwitch faults) {
        this.provider = provider;
        this.faults = faults;
    }

    @Override
    public String title() {
        return "Payments";
    }

    @Override
    public FaultSwitch faults() {
        return faults;
    }

    @Override
    public String html() {
        return provider.does("", () -> {
            ObjectNode reader = provider.readers.reader(Readers.FIRST);
            boolean waits = "in_progress".equals(reader.at("/action/status").asText());
            String present = "/stripe/control/readers/" + Readers.FIRST + "/present";
            String buttons = waits
                    ? Html.button(present, "Present a card", "card", "pm_card_visa")
                            + Html.button(present, "Present a card that is declined", "card", "pm_card_chargeDeclined")
                    : "";
            List<ObjectNode> intents =
                    provider.books.all("payment_intent").stream().limit(SHOWN).toList();
            return "<p>Stripe's API under <code>/stripe/v1</code>, its ledger under"
                    + " <a href=\"/stripe/control/ledger\">/stripe/control/ledger</a>.</p>"
                    + "<p>The reader " + Readers.FIRST + (waits ? " waits for a card." : " is idle.") + "</p>" + buttons
                    + Html.table(
                            "Charges",
                            List.of("Amount", "Taken", "Status", "Id"),
                            intents,
                            it -> Stream.of("amount", "amount_received", "status", "id")
                                    .map(field -> it.path(field).asText()));
        });
    }
}
