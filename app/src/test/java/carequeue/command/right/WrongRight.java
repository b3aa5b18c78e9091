package carequeue.command.right;

/** The other feature. */
public record WrongRight() {}
