package carequeue.adapter.email;

import java.net.URI;
import java.util.Map;

/**
 * An email, put into words.
 *
 * @param messageId by which it is recognised when it comes twice, such as {@code <n1.1@clinic.example>}
 * @param fromName the site's neutral name
 * @param unsubscribe where one click ends all emails to the patient
 * @param marks further lines of the head, by which those who carry it name it to us again
 */
public record Email(
        String messageId,
        String fromName,
        String to,
        String subject,
        String html,
        String text,
        URI unsubscribe,
        Map<String, String> marks) {

    /** Neither address nor words. */
    @Override
    public String toString() {
        return messageId;
    }
}
