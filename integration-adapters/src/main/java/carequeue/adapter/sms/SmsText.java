package carequeue.adapter.sms;

import carequeue.adapter.message.Wording;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of a text message. They can name a site and a link and nothing else: anybody may look at a telephone. */
final class SmsText {

    /** No message becomes more parts than this. */
    static final int MOST_PARTS = 3;

    private SmsText() {}

    /**
     * The words for a message; the site's name is cut where it would make the message too long.
     *
     * @param heard whether an answer to the sender gets to anybody, so that STOP may be offered
     */
    static String of(Wording message, boolean heard) {
        ResourceBundle all = words(message.language());
        String words = all.getString(message.template() + "." + message.version());
        String link = message.link() == null ? "" : message.link();
        String stop = heard ? all.getString("stop") : "";
        String name = message.look().site();
        String text = text(words, name, link, stop);
        while (Gsm7.parts(text) > MOST_PARTS && !name.isEmpty()) {
            name = name.substring(0, name.length() - 1);
            text = text(words, name, link, stop);
        }
        return text;
    }

    private static String text(String words, String name, String link, String stop) {
        String whole = new MessageFormat(words, Locale.ROOT).format(new Object[] {name, link, stop});
        return Gsm7.nearest(whole.replaceAll(" {2,}", " ").strip());
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "carequeue/adapter/sms/words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
