package carequeue.adapter.payment;

/** A card cannot be kept; {@link #code} is the provider's word for why. */
public final class CardRefused extends RuntimeException {

    private final String code;

    public CardRefused(String code) {
        super("the card cannot be kept: " + code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
