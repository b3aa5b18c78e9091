package carequeue.adapter.push.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Content in the encoding {@code aes128gcm} (RFC 8188), in one record. */
final class Encrypted {

    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private Encrypted() {}

    /**
     * The whole body.
     *
     * @param secret the input keying material
     * @param salt 16 bytes that are used once
     * @param recordSize in bytes; the text must fit into one record
     * @param keyId which stands at the head for the receiver
     */
    static byte[] body(byte[] secret, byte[] salt, int recordSize, byte[] keyId, byte[] text)
            throws GeneralSecurityException {
        byte[] extracted = hmac(salt, secret);
        byte[] key = Arrays.copyOf(expanded(extracted, "Content-Encoding: aes128gcm\0"), KEY);
        byte[] nonce = Arrays.copyOf(expanded(extracted, "Content-Encoding: nonce\0"), NONCE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] padded = Arrays.copyOf(text, text.length + 1);
        padded[text.length] = LAST_RECORD;
        byte[] sealed = cipher.doFinal(padded);
        if (sealed.length > recordSize) {
            throw new IllegalArgumentException("the text does not fit into one record");
        }
        return ByteBuffer.allocate(salt.length + Integer.BYTES + 1 + keyId.length + sealed.length)
                .put(salt)
                .putInt(recordSize)
                .put((byte) keyId.length)
                .put(keyId)
                .put(sealed)
                .array();
    }

    private static byte[] expanded(byte[] extracted, String info) throws GeneralSecurityException {
        return expanded(extracted, info.getBytes(StandardCharsets.US_ASCII));
    }

    /** The first block of HKDF's expansion (RFC 5869). */
    static byte[] expanded(byte[] extracted, byte[] info) throws GeneralSecurityException {
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(extracted, block);
    }

    static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
