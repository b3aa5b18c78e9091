package carequeue.store;

/** Breaks the house's rules on purpose, so that the test can see each rule bite. */
public interface Wrong {

    record KnowsCommands(carequeue.command.Wrong other) {}
}
