package carequeue.adapter.resilience;

/** An outside service that can be asked whether it answers. */
public interface Probed {

    /** Its name, such as {@code ehr}. */
    String service();

    /** Asks something small. */
    void probe();

    /** What stands around its calls. */
    Guard guard();
}
