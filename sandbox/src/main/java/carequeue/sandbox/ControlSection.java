package carequeue.sandbox;

import carequeue.sandbox.fault.FaultSwitch;

/** What one service shows on the control page; services show themselves in the order of their beans. */
public interface ControlSection {

    /** Its heading. */
    String title();

    /** The service whose outage can be switched here. */
    FaultSwitch faults();

    /** Its part of the page in HTML, everything from outside escaped by {@link Html}. */
    String html();
}
