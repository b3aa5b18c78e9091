package carequeue.app.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A failure as the log may show it: its kinds and places, never its messages, which may name a patient. */
final class Traces {

    private static final int PLACES = 12;

    private Traces() {}

    static String withoutMessages(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " caused by ")
                    .append(cause.getClass().getName());
            text.append(Arrays.stream(cause.getStackTrace())
                    .limit(PLACES)
                    .map(place -> "\n\tat " + place)
                    .collect(Collectors.joining()));
        }
        return text.toString();
    }
}
