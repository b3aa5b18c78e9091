package carequeue.sandbox.twilio;

/** Why a text is not taken; the numbers are those that Twilio keeps for trying out. */
record Refusal(int code, String message) {

    /** Null when it is taken. */
    static Refusal of(String to, String from, String body, Texts texts) {
        if (to.isEmpty()) {
            return new Refusal(21604, "A 'To' phone number is required.");
        } else if (body.isEmpty()) {
            return new Refusal(21602, "Message body is required.");
        } else if (body.length() > 1600) {
            return new Refusal(21617, "The concatenated message body exceeds the 1600 character limit.");
        } else if (from.isEmpty()) {
            return new Refusal(21603, "A 'From' phone number is required.");
        } else if (!to.matches("\\+[1-9][0-9]{6,14}") || to.equals("+15005550001")) {
            return new Refusal(21211, "Invalid 'To' Phone Number");
        } else if (to.equals("+15005550009")) {
            return new Refusal(21614, "'To' number is not a valid mobile number");
        } else if (to.equals("+15005550004") || texts.stopped(to)) {
            return new Refusal(21610, "Attempt to send to unsubscribed recipient");
        }
        return null;
    }
}
