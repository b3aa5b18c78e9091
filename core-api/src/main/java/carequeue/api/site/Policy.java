package carequeue.api.site;

/** A rule of the house with its values; decisions note its name and version. */
public interface Policy {

    /** The stable name of the rule. */
    String name();

    /** Counted from 1 at each site; a change of the values is a new version. */
    int version();

    /** Refuses values that have the right form and still cannot be worked with. */
    default void mustBeUsable() {}

    /** Name and version as events note them, such as {@code arrival-window/2}. */
    default String noted() {
        return name() + "/" + version();
    }
}
