package carequeue.adapter.push.web;

import carequeue.adapter.push.Device;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/** Encrypts a message so that one browser alone can read it (RFC 8291), with a key pair that is used once. */
final class ForBrowser {

    private static final int COORDINATE = 32;
    private static final int POINT = 1 + 2 * COORDINATE;
    private static final int AUTH = 16;
    private static final int SALT = 16;
    private static final int RECORD = 4096;
    private static final SecureRandom CHANCE = new SecureRandom();

    private ForBrowser() {}

    static byte[] encrypted(Device device, byte[] text) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] salt = new byte[SALT];
        CHANCE.nextBytes(salt);
        return encrypted(device, text, pairs.generateKeyPair(), salt);
    }

    /** With a pair and a salt that are given; each may be used once only. */
    static byte[] encrypted(Device device, byte[] text, KeyPair once, byte[] salt) throws GeneralSecurityException {
        byte[] theirs = Base64.getUrlDecoder().decode(device.p256dh());
        byte[] auth = Base64.getUrlDecoder().decode(device.auth());
        if (auth.length != AUTH) {
            throw new InvalidKeyException("a browser's secret has 16 bytes");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(once.getPrivate());
        agreement.doPhase(key(theirs), true);
        byte[] ours = point((ECPublicKey) once.getPublic());
        byte[] head = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(head.length + 2 * POINT)
                .put(head)
                .put(theirs)
                .put(ours)
                .array();
        byte[] secret = Encrypted.expanded(Encrypted.hmac(auth, agreement.generateSecret()), info);
        return Encrypted.body(secret, salt, RECORD, ours, text);
    }

    /** A public key of P-256 from its uncompressed point, which must lie on the curve. */
    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) {
            throw new InvalidKeyException("no uncompressed point of P-256");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec parameters = curve.getParameterSpec(ECParameterSpec.class);
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT)));
        mustLieOn(parameters, w);
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, parameters));
    }

    // Else a made-up point could tell something of our key, though that is used once.
    private static void mustLieOn(ECParameterSpec parameters, ECPoint w) throws InvalidKeyException {
        BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
        BigInteger x = w.getAffineX();
        BigInteger y = w.getAffineY();
        BigInteger right = x.pow(3)
                .add(parameters.getCurve().getA().multiply(x))
                .add(parameters.getCurve().getB())
                .mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
            throw new InvalidKeyException("no point of P-256");
        }
    }

    private static byte[] point(ECPublicKey key) {
        return ByteBuffer.allocate(POINT)
                .put((byte) 4)
                .put(fixed(key.getW().getAffineX()))
                .put(fixed(key.getW().getAffineY()))
                .array();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int from = Math.max(0, bytes.length - COORDINATE);
        int length = bytes.length - from;
        System.arraycopy(bytes, from, fixed, COORDINATE - length, length);
        return fixed;
    }
}
