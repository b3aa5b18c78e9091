package carequeue.adapter.email;

import carequeue.api.notification.MessageTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of emails, by template, version and language; a sentence whose value is not known is left out. */
final class EmailWords {

    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");

    private final ResourceBundle words;
    private final String key;

    EmailWords(MessageTemplate template, int version, Locale language) {
        this.words = ResourceBundle.getBundle(
                "carequeue/adapter/email/words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.key = template + "." + version + ".";
    }

    /** One line, never more: a subject with a line break would begin another header. */
    String subject(Map<String, String> values) {
        return filled(words.getString(key + "subject"), values)
                .orElseThrow()
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    List<String> sentences(Map<String, String> values) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : words.getString(key + "text").split("\\|")) {
            filled(sentence.strip(), values).ifPresent(sentences::add);
        }
        return sentences;
    }

    String action() {
        return words.getString(key + "action");
    }

    String of(String other) {
        return words.getString(other);
    }

    private static Optional<String> filled(String sentence, Map<String, String> values) {
        Matcher value = VALUE.matcher(sentence);
        StringBuilder filled = new StringBuilder();
        while (value.find()) {
            String known = values.get(value.group(1));
            if (known == null || known.isBlank()) {
                return Optional.empty();
            }
            value.appendReplacement(filled, Matcher.quoteReplacement(known));
        }
        return Optional.of(value.appendTail(filled).toString());
    }
}
