package carequeue.sandbox.oauth;

/** Why no token is given, in the words of RFC 6749, 5.2. */
final class Refusal extends RuntimeException {

    private final String error;

    Refusal(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }
}
