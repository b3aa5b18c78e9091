package carequeue.adapter.pms;

import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientEvent;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who our patients are in the practice management system; one whom it does not know is told to it. */
@Component
@WithPms
public class PmsNewcomers {

    private final PmsService pms;
    private final PmsOrders orders;
    private final PastEvents past;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public PmsNewcomers(
            PmsService pms, PmsOrders orders, PastEvents past, JdbcClient jdbc, TransactionTemplate transaction) {
        this.pms = pms;
        this.orders = orders;
        this.past = past;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Theirs of ours; one who is not known there is told now. */
    String theirs(String patientId, String siteId) {
        return known(patientId).orElseGet(() -> tell(patientId, siteId));
    }

    private Optional<String> known(String patientId) {
        return transaction.execute(
                status -> jdbc.sql("select pms_id from pms_patient where patient_id = ? order by pms_id limit 1")
                        .param(patientId)
                        .query(String.class)
                        .optional());
    }

    private String tell(String patientId, String siteId) {
        Demographics who = past.of(patientId, PatientEvent.class)
                .flatMap(PmsNewcomers::demographics)
                .reduce((before, now) -> now)
                .filter(said -> Phi.text(said.lastName(), name -> name, null) != null)
                .orElseThrow(
                        () -> new OutsideFailure.Rejected(PmsService.PMS, "is not told of somebody without a name"));
        String theirs = pms.register(patientId, who, "carequeue-patient-" + patientId);
        keep(theirs, patientId, siteId);
        orders.send(new LinkPatient(patientId, PmsService.PMS, theirs));
        return theirs;
    }

    private void keep(String theirs, String patientId, String siteId) {
        transaction.executeWithoutResult(status -> jdbc.sql("insert into pms_patient (pms_id, patient_id, site_id)"
                        + " values (?, ?, ?) on conflict (pms_id) do nothing")
                .params(theirs, patientId, siteId)
                .update());
    }

    private static Stream<Demographics> demographics(PatientEvent event) {
        if (event instanceof PatientEvent.PatientRegistered registered) {
            return Stream.of(registered.demographics());
        }
        return event instanceof PatientEvent.PatientRecorded recorded
                ? Stream.of(recorded.demographics())
                : Stream.empty();
    }
}
