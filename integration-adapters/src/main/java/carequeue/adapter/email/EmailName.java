package carequeue.adapter.email;

import carequeue.adapter.message.Word;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message identifier of an email, which is our own name of the attempt, so that every word about it can be told to whom it belongs. */
final class EmailName {

    private static final Pattern OURS = Pattern.compile("<?([A-Za-z0-9-]{1,64})\\.([1-9])@[^@>\\s]{1,253}>?");

    private EmailName() {}

    static String of(NotificationDispatched said, String domain) {
        return "<" + of(said) + "@" + domain + ">";
    }

    /** Our own name of an attempt, without a domain. */
    static String of(NotificationDispatched said) {
        return said.notificationId() + "." + said.attempt();
    }

    /** The attempt that a message identifier names. */
    static Optional<Word.Name> read(String messageId) {
        Matcher name = OURS.matcher(messageId == null ? "" : messageId.strip());
        return name.matches() ? Word.Name.of(name.group(1), name.group(2)) : Optional.empty();
    }
}
