package carequeue.adapter.filter.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The public keys of partners, by which fields are encrypted so that nobody between us can read them (RFC 7516). */
@Component
public class PartnerKeys {

    private final Map<String, JWK> keys;

    public PartnerKeys(PartnerSettings settings) {
        this.keys = settings.keys().entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> read(entry.getKey(), entry.getValue())));
    }

    /** Whether a partner has given a key. */
    public boolean has(String service) {
        return keys.containsKey(service);
    }

    /** The value in JWE compact form, which only the partner can read. */
    public String encrypt(String service, String value) {
        JWK key = keys.get(service);
        try {
            JWEEncrypter encrypter = encrypter(key);
            JWEHeader header = new JWEHeader.Builder(algorithm(key), EncryptionMethod.A256GCM)
                    .keyID(key.getKeyID())
                    .build();
            JWEObject sealed = new JWEObject(header, new Payload(value));
            sealed.encrypt(encrypter);
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of " + service + " cannot encrypt", e);
        }
    }

    private static JWEEncrypter encrypter(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSAEncrypter(rsa) : new ECDHEncrypter((ECKey) key);
    }

    private static JWEAlgorithm algorithm(JWK key) {
        return key instanceof RSAKey ? JWEAlgorithm.RSA_OAEP_256 : JWEAlgorithm.ECDH_ES_A256KW;
    }

    private static JWK read(String service, String json) {
        try {
            JWK key = JWK.parse(json);
            if ((key instanceof RSAKey || key instanceof ECKey) && !key.isPrivate()) {
                return key;
            }
        } catch (ParseException e) {
            // Said below; the text itself is not repeated.
        }
        throw new IllegalStateException(
                "carequeue.filter.keys." + service + " is no public RSA or EC key in JWK form (RFC 7517)");
    }
}
