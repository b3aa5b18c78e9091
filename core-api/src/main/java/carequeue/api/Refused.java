package carequeue.api;

import java.util.List;

/** A command or query refused, with a sentence that a person understands and nothing personal in it. */
public sealed class Refused extends RuntimeException {

    private Refused(String sentence) {
        super(sentence, null, false, false);
    }

    /** What was named does not exist, or not for the one who asks. */
    public static final class NotFound extends Refused {
        public NotFound(String what, String id) {
            super("There is no " + what + " " + id + ".");
        }
    }

    /** The thing is in a state that forbids the command. */
    public static final class WrongState extends Refused {
        private final String state;

        public WrongState(String state, String sentence) {
            super(sentence);
            this.state = state;
        }

        /** The state found. */
        public String state() {
            return state;
        }
    }

    /** A rule of the clinic forbids it; the rule has a stable name. */
    public static final class AgainstRule extends Refused {
        private final String rule;

        public AgainstRule(String rule, String sentence) {
            super(sentence);
            this.rule = rule;
        }

        /** The stable name of the rule, such as {@code arrival-window}. */
        public String rule() {
            return rule;
        }
    }

    /** A field holds what cannot be accepted. */
    public static final class BadField extends Refused {
        private final List<Field> fields;

        /** A field by its JSON pointer and what is wrong with it, without the value. */
        public record Field(String pointer, String message) {}

        public BadField(List<Field> fields) {
            super("Some fields cannot be accepted: "
                    + String.join(
                            ", ",
                            fields.stream()
                                    .map(f -> f.pointer() + " " + f.message())
                                    .toList()) + ".");
            this.fields = List.copyOf(fields);
        }

        public BadField(String pointer, String message) {
            this(List.of(new Field(pointer, message)));
        }

        /** The fields and what is wrong with each. */
        public List<Field> fields() {
            return fields;
        }
    }

    /** A unique key is held by another aggregate. */
    public static final class AlreadyTaken extends Refused {
        private final String kind;
        private final String holder;

        public AlreadyTaken(String kind, String holder) {
            super("The " + kind + " is already taken by " + holder + ".");
            this.kind = kind;
            this.holder = holder;
        }

        /** The kind of the key. */
        public String kind() {
            return kind;
        }

        /** The identifier of the aggregate that holds it. */
        public String holder() {
            return holder;
        }
    }

    /** Somebody so alike is known here that it may be the same person: staff look at them first. */
    public static final class Alike extends Refused {
        private final List<String> candidates;

        public Alike(List<String> candidates) {
            super(
                    "Somebody very like this person is known here already: look at them first, or say that it is another person.");
            this.candidates = List.copyOf(candidates);
        }

        /** The identifiers of the patients who may be meant. */
        public List<String> candidates() {
            return candidates;
        }
    }

    /** The one who asks may not do this. */
    public static final class NotAllowed extends Refused {
        public NotAllowed(String sentence) {
            super(sentence);
        }
    }

    /** The same idempotency key came with another body. */
    public static final class KeyReused extends Refused {
        public KeyReused() {
            super("This Idempotency-Key was used before with another body.");
        }
    }

    /** The same idempotency key is being worked on at this moment. */
    public static final class StillRunning extends Refused {
        public StillRunning() {
            super("The first request with this Idempotency-Key is still running.");
        }
    }
}
