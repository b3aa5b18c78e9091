package carequeue.adapter.email.news;

/**
 * What became of one email, whoever tells it.
 *
 * @param id under which its teller would repeat it
 * @param name our own name of the attempt, {@code <notification>.<attempt>}, as it came back; or null
 * @param kind what happened
 * @param code such as {@code 5.1.1}, or null
 */
public record News(String id, String name, Kind kind, String code) {

    /** What can happen to an email. */
    public enum Kind {
        DELIVERED("delivered"),
        /** Nobody is there, now or later. */
        GONE("bounced"),
        /** It was not taken this time. */
        BOUNCED("bounced"),
        /** It was never sent on: the teller keeps a list of addresses that it does not write to. */
        SUPPRESSED("suppressed"),
        FAILED("failed"),
        /** The patient called it unwanted. */
        COMPLAINED("complained"),
        UNSUBSCRIBED("unsubscribed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in the Standard Webhooks' manner. */
        public String word() {
            return word;
        }
    }
}
