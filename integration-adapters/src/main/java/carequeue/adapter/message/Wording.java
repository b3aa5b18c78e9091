package carequeue.adapter.message;

import carequeue.api.notification.MessageTemplate;
import java.util.Locale;
import java.util.Map;

/**
 * What is put into words.
 *
 * @param values what the message may name; anything else the template does not know
 * @param link to the patient's own page, or null
 * @param leave where one ends all messages of that way, or null
 */
public record Wording(
        MessageTemplate template,
        int version,
        Locale language,
        Look look,
        Map<String, String> values,
        String link,
        String leave) {}
