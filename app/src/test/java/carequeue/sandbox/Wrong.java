package carequeue.sandbox;

/** Breaks the house's rules on purpose, so that the test can see each rule bite. */
public interface Wrong {

    record KnowsUs(carequeue.api.Money money) {}
}
