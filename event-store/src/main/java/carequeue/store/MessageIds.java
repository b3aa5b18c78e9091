package carequeue.store;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/** Random identifiers of messages, from a source for each thread: the platform's one source makes all senders wait for each other. */
public final class MessageIds extends IdentifierFactory {

    private static final ThreadLocal<SecureRandom> SOURCE = ThreadLocal.withInitial(MessageIds::source);
    private static final int BYTES = 16;

    /** For the service loader of Axon. */
    public MessageIds() {}

    @Override
    public String generateIdentifier() {
        byte[] random = new byte[BYTES];
        SOURCE.get().nextBytes(random);
        // Version 4 of the second variant, as RFC 9562 has it.
        random[6] = (byte) (random[6] & 0x0f | 0x40);
        random[8] = (byte) (random[8] & 0x3f | 0x80);
        ByteBuffer bits = ByteBuffer.wrap(random);
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    private static SecureRandom source() {
        try {
            return SecureRandom.getInstance("DRBG");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has DRBG", e);
        }
    }
}
