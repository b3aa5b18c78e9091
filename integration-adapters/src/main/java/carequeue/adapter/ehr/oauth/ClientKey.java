package carequeue.adapter.ehr.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** One key of ours and what it signs with: RS384 for RSA, ES384 for EC on P-384. */
record ClientKey(JWK jwk, JWSAlgorithm algorithm, String pem) {

    private static final String WANTED = "carequeue.ehr.private-key is no PEM of PKCS#8 with an RSA key of at least "
            + "2048 bits or an EC key on P-384 (openssl pkcs8 -topk8 -nocrypt makes one of another form)";

    /**
     * Reads a key.
     *
     * @param pem its lines may be separated by {@code \n} written out, as environments hold them
     * @param name its identifier, or null for its thumbprint
     * @throws IllegalStateException if it is none of ours; the message holds nothing of it
     */
    static ClientKey read(String pem, String name) {
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(pem.replace("\\n", "\n").replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
            var spec = new PKCS8EncodedKeySpec(der);
            JWK jwk = isRsa(spec) ? rsa(spec) : ec(spec);
            String kid =
                    OAuthSettings.given(name) ? name : jwk.computeThumbprint().toString();
            boolean rsa = jwk instanceof RSAKey;
            var algorithm = rsa ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384;
            JWK named = rsa
                    ? new RSAKey.Builder((RSAKey) jwk)
                            .keyID(kid)
                            .algorithm(algorithm)
                            .keyUse(KeyUse.SIGNATURE)
                            .build()
                    : new ECKey.Builder((ECKey) jwk)
                            .keyID(kid)
                            .algorithm(algorithm)
                            .keyUse(KeyUse.SIGNATURE)
                            .build();
            return new ClientKey(named, algorithm, pem);
        } catch (GeneralSecurityException | JOSEException | RuntimeException e) {
            throw new IllegalStateException(WANTED, null);
        }
    }

    JWSSigner signer() throws JOSEException {
        return jwk instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) jwk);
    }

    private static boolean isRsa(PKCS8EncodedKeySpec spec) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec) != null;
        } catch (GeneralSecurityException notRsa) {
            return false;
        }
    }

    private static JWK rsa(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(spec);
        if (secret.getModulus().bitLength() < 2048) {
            throw new GeneralSecurityException();
        }
        var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new RSAKey.Builder((RSAPublicKey) open).privateKey(secret).build();
    }

    private static JWK ec(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("EC");
        var secret = (ECPrivateKey) factory.generatePrivate(spec);
        if (!Curve.P_384.equals(Curve.forECParameterSpec(secret.getParams()))) {
            throw new GeneralSecurityException();
        }
        var point = CurvePoint.times(secret.getParams(), secret.getS());
        var open = (ECPublicKey) factory.generatePublic(new ECPublicKeySpec(point, secret.getParams()));
        return new ECKey.Builder(Curve.P_384, open).privateKey(secret).build();
    }

    @Override
    public String toString() {
        return "ClientKey[" + jwk.getKeyID() + "]";
    }
}
