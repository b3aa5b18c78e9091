package carequeue.adapter.pms;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The appointments there that cannot be taken yet: staff see why, and each is looked at again until it can. */
@Component
@WithPms
public class OpenAppointments {

    private static final int AT_ONCE = 200;
    private static final String KEEP = """
        insert into pms_open (pms_id, rule, department, appointment_type, scheduled) values (?, ?, ?, ?, ?)
        on conflict (pms_id) do update set rule = excluded.rule,
            department = coalesce(excluded.department, pms_open.department),
            appointment_type = coalesce(excluded.appointment_type, pms_open.appointment_type),
            scheduled = coalesce(excluded.scheduled, pms_open.scheduled),
            last_seen = clock_timestamp(), closed_at = null\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public OpenAppointments(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Keeps one with the rule that it breaks. */
    public void keep(PmsAppointment appointment, String rule) {
        keep(
                appointment.appointmentId(),
                rule,
                appointment.department(),
                appointment.appointmentType(),
                appointment.scheduledTime());
    }

    /** Keeps one of which not more could be read. */
    public void keep(NotAccepted why) {
        keep(why.pmsId(), why.rule(), null, null, null);
    }

    private void keep(String pmsId, String rule, String department, String type, String scheduled) {
        transaction.executeWithoutResult(status ->
                jdbc.sql(KEEP).params(pmsId, rule, department, type, scheduled).update());
    }

    /** It was taken, or is not there any more. */
    public void close(String pmsId) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update pms_open set closed_at = clock_timestamp() where pms_id = ? and closed_at is null")
                .param(pmsId)
                .update());
    }

    /** Those that are open, the oldest first. */
    public List<String> all() {
        return transaction.execute(status -> jdbc.sql(
                        "select pms_id from pms_open where closed_at is null order by since limit " + AT_ONCE)
                .query(String.class)
                .list());
    }
}
