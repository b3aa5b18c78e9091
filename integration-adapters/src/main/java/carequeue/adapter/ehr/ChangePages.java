package carequeue.adapter.ehr;

/** Takes what changed in the EHR, page by page. */
public interface ChangePages {

    /** One that changed, as far as it can be read at all. */
    void take(EhrChange change);

    /** One that cannot even be read. */
    void refuse(Unacceptable why);

    /** A page is over: whether to go on with the next. */
    boolean goOn();
}
