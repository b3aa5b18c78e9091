package carequeue.store.phi;

import carequeue.store.Announcer;
import carequeue.store.WakeUps;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Destroys a patient's key, and with it every value sealed by it, wherever a copy may lie. */
public class PatientErasure {

    private static final String CHANNEL = "carequeue_erased";

    private final JdbcTemplate jdbc;
    private final PatientKeys keys;
    private final Announcer announcer;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    PatientErasure(JdbcTemplate jdbc, PatientKeys keys, Announcer announcer, WakeUps wakeUps) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.announcer = announcer;
        wakeUps.hear(CHANNEL, this::heard);
    }

    /**
     * Destroys a patient's key in the transaction that the caller is in; a patient who has none never gets one. The nodes forget the key as soon as
     * the transaction has committed.
     *
     * <p>Whoever calls this has looked at legal holds and retention, and removes snapshots and index rows in the same transaction.
     */
    public void erase(String patientId) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("a patient is erased within a transaction");
        }
        KeyRows.destroy(jdbc, PatientKeys.newId(), patientId);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                heard(patientId);
                announcer.announce(CHANNEL, patientId);
            }
        });
    }

    /** Registers who has to forget an erased patient's readable values on this node; the empty text means: forget every patient's. */
    public void onErased(Consumer<String> listener) {
        listeners.add(listener);
    }

    private void heard(String patientId) {
        if (patientId.isEmpty()) {
            keys.forgetAll();
        } else {
            keys.forget(patientId);
        }
        listeners.forEach(listener -> listener.accept(patientId));
    }
}
