package carequeue.api.patient;

import carequeue.api.notification.MessageChannel;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a patient wants to be told, and by which ways they allow it.
 *
 * @param language ISO 639-1, such as {@code es}, or null when they have not said
 * @param preferred the way that comes first where it is allowed, or null
 * @param consents what they said about each way; nothing is not a yes
 */
public record Preferences(String language, MessageChannel preferred, Map<MessageChannel, Consent> consents) {

    /** Of a patient who has not said anything. */
    public static final Preferences NONE = new Preferences(null, null, Map.of());

    public Preferences {
        consents = Map.copyOf(consents);
    }

    /** What a patient said about one way of telling them. */
    public enum Consent {
        GIVEN,
        WITHDRAWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the patient said yes to a way. */
    public boolean allows(MessageChannel channel) {
        return consents.get(channel) == Consent.GIVEN;
    }

    /** The same with another word about one way. */
    public Preferences with(MessageChannel channel, Consent consent) {
        Map<MessageChannel, Consent> changed = new EnumMap<>(MessageChannel.class);
        changed.putAll(consents);
        changed.put(channel, consent);
        return new Preferences(language, preferred, changed);
    }
}
