package carequeue.query.views;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The patients' names as one view keeps them, sealed, by the patients' own events. */
public final class Names implements Part {

    /** What is read where no name is known. */
    public static final String UNKNOWN = "(name unknown)";

    private final Table<String, String> table;
    private final String find;

    /** In a table of a view with the columns {@code patient_id} and {@code name}. */
    public Names(String view, String table) {
        this.table = Table.<String, String>named(table)
                .key("patient_id", "text", id -> id)
                .sealed("name", name -> name)
                .open((row, sealing) -> name(row.getString("name"), sealing));
        this.find = "select patient_id, name from " + table + " where generation = " + Generations.live(view)
                + " and patient_id = any(?)";
    }

    @Override
    public Table<String, String> table() {
        return table;
    }

    @Override
    public boolean hears(Class<?> event) {
        return event == PatientRegistered.class || event == PatientRecorded.class;
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof PatientEvent e && hears(e.getClass())) {
            sheet.want(table, e.patientId());
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof PatientEvent e) {
            given(e).ifPresent(name -> sheet.put(table, e.patientId(), name, told.position()));
        }
    }

    private static Optional<String> given(PatientEvent event) {
        if (event instanceof PatientRegistered e) {
            return Optional.of(e.demographics().name());
        }
        return event instanceof PatientRecorded e ? Optional.of(e.demographics().name()) : Optional.empty();
    }

    /** The names of some patients, by patient. */
    public Map<String, String> of(Collection<String> ids, JdbcClient jdbc, Sealing sealing) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(find).param(ids.toArray(String[]::new)).query(row -> {
                names.put(row.getString(1), name(row.getString(2), sealing));
            });
        }
        return names;
    }

    private static String name(String sealed, Sealing sealing) {
        return Phi.text(sealing.text("name", sealed), name -> name, Phi.ERASED);
    }
}
