package carequeue.adapter.pms;

/** Takes what a day's appointments are read as. */
public interface PmsPages {

    /** How many there are in all, as far as the system says so. */
    void expect(long total);

    /** One that can be read. */
    void accept(PmsAppointment appointment);

    /** One that cannot. */
    void refuse(NotAccepted why);

    /** Whether to go on with the next page. */
    boolean goOn();
}
