package carequeue.adapter.ehr;

/** Takes what a day's appointments are read as. */
public interface AppointmentPages {

    /** How many there are in all, as far as the EHR says so before they are read. */
    void expect(long total);

    /** One that can be accepted. */
    void accept(AppointmentRecord appointment);

    /** One that cannot. */
    void refuse(Unacceptable why);

    /** One that is none of the site's. */
    void pass();

    /** Whether to go on with the next page. */
    boolean goOn();
}
