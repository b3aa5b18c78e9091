package carequeue.adapter.kms.azure;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * What was encrypted by a key of its own, that key as the vault wrapped it, and by which version of the vault's key.
 *
 * @param version the address of that version
 */
record Envelope(String version, byte[] wrappedKey, byte[] ciphertext) {

    byte[] bytes() {
        byte[] name = version.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + name.length + wrappedKey.length + ciphertext.length)
                .putShort((short) name.length)
                .put(name)
                .putShort((short) wrappedKey.length)
                .put(wrappedKey)
                .put(ciphertext)
                .array();
    }

    static Envelope of(byte[] bytes) throws GeneralSecurityException {
        try {
            ByteBuffer from = ByteBuffer.wrap(bytes);
            String version = new String(next(from, from.getShort()), StandardCharsets.UTF_8);
            byte[] wrappedKey = next(from, from.getShort());
            return new Envelope(version, wrappedKey, next(from, from.remaining()));
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new GeneralSecurityException("not an envelope of Azure Key Vault");
        }
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] next = new byte[length];
        from.get(next);
        return next;
    }
}
