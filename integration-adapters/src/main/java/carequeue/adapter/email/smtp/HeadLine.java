package carequeue.adapter.email.smtp;

import java.util.regex.Pattern;

/** Words for the head of an email: one line, so that nobody begins another one, and nothing that mail programs would decode into something else. */
final class HeadLine {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

    private HeadLine() {}

    static String of(String words) {
        return BREAKS.matcher(words).replaceAll(" ").replace("=?", "= ?").strip();
    }
}
