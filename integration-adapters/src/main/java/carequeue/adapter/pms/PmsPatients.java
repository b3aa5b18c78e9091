package carequeue.adapter.pms;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.outbox.PastEvents;
import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent;
import carequeue.api.site.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who the practice management system's patients are here: the one with the same record number, if it is the same person. */
@Component
@WithPms
public class PmsPatients {

    private final PmsService pms;
    private final PmsOrders orders;
    private final PastEvents past;
    private final Filter filter;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public PmsPatients(
            PmsService pms,
            PmsOrders orders,
            PastEvents past,
            Filter filter,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.pms = pms;
        this.orders = orders;
        this.past = past;
        this.filter = filter;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ours of theirs, as far as they were read before. */
    Optional<String> known(String pmsId) {
        return transaction.execute(status -> jdbc.sql("select patient_id from pms_patient where pms_id = ?")
                .param(pmsId)
                .query(String.class)
                .optional());
    }

    /** Ours of theirs; one who was not read before is read now. */
    String ours(String pmsId, Site site) {
        return known(pmsId).orElseGet(() -> read(pmsId, site));
    }

    /**
     * Reads what is said of a patient now.
     *
     * @throws NotAccepted when the record breaks a rule, or is of another person than ours of the same record number
     */
    String read(String pmsId, Site site) {
        PmsPatient theirs = pms.getPatient(pmsId);
        String ours = known(pmsId).orElseGet(() -> Ids.patient(PmsService.PMS, pmsId));
        filter.apply(Purpose.PMS_READ, ours, fields(theirs));
        Optional<Refused> refused = orders.send(order(ours, theirs, site));
        if (refused.isPresent()) {
            ours = holder(refused.get(), theirs);
            orders.send(new LinkPatient(ours, PmsService.PMS, pmsId));
            orders.send(order(ours, theirs, site)).ifPresent(again -> {
                throw new NotAccepted("Patient " + pmsId, PmsOrders.rule(again));
            });
        }
        keep(pmsId, ours, site.siteId(), theirs.version());
        return ours;
    }

    // The record number is the site's own, so it names the same person in both systems; one that does not fit a person
    // decides.
    private String holder(Refused refused, PmsPatient theirs) {
        String record = "Patient " + theirs.pmsId();
        if (!(refused instanceof Refused.AlreadyTaken taken) || !taken.kind().equals(PatientEvent.MRN)) {
            throw new NotAccepted(record, PmsOrders.rule(refused));
        }
        boolean same = past.of(taken.holder(), PatientEvent.class)
                .map(PmsPatients::demographics)
                .flatMap(Optional::stream)
                .reduce((before, after) -> after)
                .filter(known -> samePerson(known, theirs.demographics()))
                .isPresent();
        if (!same) {
            throw new NotAccepted(record, "mrn is another person's");
        }
        return taken.holder();
    }

    private static boolean samePerson(Demographics known, Demographics said) {
        LocalDate born =
                known.birthDate() == null ? null : known.birthDate().known().orElse(null);
        boolean sameDay =
                born == null || Objects.equals(born, said.birthDate().known().orElse(null));
        return sameDay && folded(known.lastName()).equals(folded(said.lastName()))
                || born != null && sameDay && folded(known.firstName()).equals(folded(said.firstName()));
    }

    private static String folded(Phi<String> name) {
        return Phi.text(name, n -> n.strip().toLowerCase(Locale.ROOT), "");
    }

    private static Optional<Demographics> demographics(PatientEvent event) {
        if (event instanceof PatientEvent.PatientRegistered registered) {
            return Optional.of(registered.demographics());
        }
        return event instanceof PatientEvent.PatientRecorded recorded
                ? Optional.of(recorded.demographics())
                : Optional.empty();
    }

    private RecordPatient order(String ours, PmsPatient theirs, Site site) {
        return new RecordPatient(
                ours,
                site.siteId(),
                theirs.demographics(),
                PmsService.PMS,
                theirs.pmsId(),
                theirs.version(),
                false,
                clock.instant(),
                theirs.saidAt(),
                site.policies().conflicts());
    }

    /** The site at which a patient was read first. */
    Optional<String> site(String pmsId) {
        return transaction.execute(status -> jdbc.sql("select site_id from pms_patient where pms_id = ?")
                .param(pmsId)
                .query(String.class)
                .optional());
    }

    private void keep(String pmsId, String ours, String siteId, String version) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "insert into pms_patient (pms_id, patient_id, site_id, version) values (?, ?, ?, ?) on"
                                + " conflict (pms_id) do update set patient_id = excluded.patient_id, version ="
                                + " excluded.version")
                .params(pmsId, ours, siteId, version)
                .update());
    }

    private static Map<String, Object> fields(PmsPatient theirs) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("patientId", theirs.pmsId());
        fields.put("mrn", theirs.demographics().mrn());
        fields.put("firstName", theirs.demographics().firstName());
        fields.put("lastName", theirs.demographics().lastName());
        fields.put("birthDate", theirs.demographics().birthDate());
        fields.put("phone", theirs.demographics().phone());
        fields.put("email", theirs.demographics().email());
        fields.put("gender", theirs.demographics().gender());
        return fields;
    }
}
