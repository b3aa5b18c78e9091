package carequeue.sandbox.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The part of a browser that opens push messages (RFC 8291 with the encoding of RFC 8188), by the JDK's cryptography alone. */
final class Browser {

    private static final int POINT = 65;
    private static final int KEY_ID_AT = 20;

    private Browser() {}

    /** A new device's keys: public point, private key (PKCS#8) and secret, each in base64url. */
    record Keys(String p256dh, String secretKey, String auth) {}

    static Keys keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] auth = new byte[16];
            new SecureRandom().nextBytes(auth);
            var base64 = Base64.getUrlEncoder().withoutPadding();
            return new Keys(
                    base64.encodeToString(point((ECPublicKey) pair.getPublic())),
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(auth));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a message says. */
    static String open(Keys keys, byte[] body) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOf(body, 16);
        byte[] senderPoint = Arrays.copyOfRange(body, KEY_ID_AT + 1, KEY_ID_AT + 1 + POINT);
        byte[] cipherText = Arrays.copyOfRange(body, KEY_ID_AT + 1 + POINT, body.length);
        byte[] own = Base64.getUrlDecoder().decode(keys.p256dh());
        byte[] info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), own, senderPoint);
        byte[] shared = agreed(keys, senderPoint);
        byte[] ikm = derived(Base64.getUrlDecoder().decode(keys.auth()), shared, info, 32);
        byte[] key = derived(salt, ikm, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = derived(salt, ikm, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] plain = cipher.doFinal(cipherText);
        int end = plain.length - 1;
        while (end >= 0 && plain[end] == 0) {
            end--;
        }
        if (end < 0 || plain[end] != 2) {
            throw new GeneralSecurityException("the last record has no delimiter");
        }
        return new String(plain, 0, end, StandardCharsets.UTF_8);
    }

    static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, POINT)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] agreed(Keys keys, byte[] senderPoint) throws GeneralSecurityException {
        PrivateKey own = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(keys.secretKey())));
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(publicKey(senderPoint), true);
        return agreement.generateSecret();
    }

    /** HKDF with SHA-256 (RFC 5869), one block. */
    private static byte[] derived(byte[] salt, byte[] key, byte[] info, int length) throws GeneralSecurityException {
        byte[] extracted = hmac(salt, key);
        return Arrays.copyOf(hmac(extracted, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] point(ECPublicKey key) {
        return join(
                new byte[] {4}, fixed(key.getW().getAffineX()), fixed(key.getW().getAffineY()));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
