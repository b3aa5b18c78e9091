package carequeue.store.phi;

import carequeue.api.Sealing;
import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A node's keys on a database, with a clock and a master key that the test holds in its hand. */
final class KeysBench implements AutoCloseable {

    final KeyDatabase database;
    final KeyEpochs epochs;
    final PatientKeys keys;
    final KeyRotation rotation;

    KeysBench(DataSource pool, MasterKeys masters, Clock clock) {
        database = new KeyDatabase(pool);
        epochs = new KeyEpochs(database, masters, clock);
        epochs.warm();
        keys = new PatientKeys(database, epochs);
        rotation = new KeyRotation(database, epochs, masters);
    }

    String seal(String patientId, String text) {
        return keys.seal(patientId, "name", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text, or null when erased. */
    String open(String sealed) {
        Sealing.Opened opened = keys.open("name", sealed);
        return opened.value().map(v -> new String(v, StandardCharsets.UTF_8)).orElse(null);
    }

    @Override
    public void close() {
        database.close();
    }

    /** A clock that stands until it is set. */
    static final class HandClock extends Clock {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A master key that can go away, and counts how often it is asked. */
    static final class MasterInHand implements Aead {
        private final Aead key = Aes.of(Aes.newKey());
        final AtomicInteger asked = new AtomicInteger();
        volatile boolean away;

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            return ask().encrypt(plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            return ask().decrypt(ciphertext, associatedData);
        }

        private Aead ask() throws GeneralSecurityException {
            asked.incrementAndGet();
            if (away) {
                throw new GeneralSecurityException("away");
            }
            return key;
        }
    }
}
