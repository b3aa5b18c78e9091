package carequeue.command.queue;

/**
 * What is noted about an entry beside its steps.
 *
 * @param providerId the provider it is bound to, or null
 * @param overtaken how often automatic calls let others overtake it
 * @param elsewhere whether the patient is called or served in another queue
 * @param missing whether the provider cannot see the patient
 * @param needs the kind of service point that the patient needs instead of what the service needs, or null
 * @param asked whether it was asked what became of the patient at the end of the day
 */
record Marks(String providerId, int overtaken, boolean elsewhere, boolean missing, boolean asked, String needs) {

    static Marks of(String providerId, String needs) {
        return new Marks(providerId, 0, false, false, false, needs);
    }

    Marks overtakenOnceMore() {
        return new Marks(providerId, overtaken + 1, elsewhere, missing, asked, needs);
    }

    Marks elsewhere(boolean now) {
        return new Marks(providerId, overtaken, now, missing, asked, needs);
    }

    Marks missing(boolean now) {
        return new Marks(providerId, overtaken, elsewhere, now, asked, needs);
    }

    Marks boundTo(String provider) {
        return new Marks(provider, overtaken, elsewhere, false, asked, needs);
    }

    Marks askedAbout() {
        return new Marks(providerId, overtaken, elsewhere, missing, true, needs);
    }

    Marks needing(String kind) {
        return new Marks(providerId, overtaken, elsewhere, missing, asked, kind);
    }
}
