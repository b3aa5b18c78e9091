package carequeue.command.left;

/** A feature that knows another, on purpose. */
public record WrongLeft(carequeue.command.right.WrongRight other) {}
