package carequeue.command.journey;

import carequeue.api.Phi;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.patient.Contact;
import carequeue.api.patient.Preferences;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** By which way a patient is told next: the one they prefer, then in the order of the policy, as far as they allow it. */
record Channels(NotifyPolicy policy, Contact contact) {

    /** The way and the address, or (channel null) why there is none. */
    record Choice(MessageChannel channel, Phi<String> address, String why) {}

    Choice after(Set<MessageChannel> tried) {
        List<MessageChannel> allowed = ordered().filter(this::allows).toList();
        return allowed.stream()
                .filter(way -> !tried.contains(way) && isKnown(address(way)))
                .findFirst()
                .map(way -> new Choice(way, address(way), null))
                .orElseGet(() -> new Choice(null, null, why(allowed, tried)));
    }

    private static String why(List<MessageChannel> allowed, Set<MessageChannel> tried) {
        if (!tried.isEmpty()) {
            return "no-channel-left";
        }
        return allowed.isEmpty() ? "no-consent" : "no-address";
    }

    private Stream<MessageChannel> ordered() {
        MessageChannel preferred = contact.preferences().preferred();
        return Stream.concat(Stream.ofNullable(preferred), policy.order().stream())
                .distinct();
    }

    private boolean allows(MessageChannel way) {
        Preferences said = contact.preferences();
        boolean unasked =
                !said.consents().containsKey(way) && policy.allowedUnasked().contains(way);
        return said.allows(way) || unasked;
    }

    private Phi<String> address(MessageChannel way) {
        return switch (way) {
            case PUSH -> contact.push();
            case SMS -> contact.phone();
            case EMAIL -> contact.email();
        };
    }

    private static boolean isKnown(Phi<String> address) {
        return address != null && address.known().isPresent();
    }
}
