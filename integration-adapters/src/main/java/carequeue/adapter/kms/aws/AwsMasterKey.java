package carequeue.adapter.kms.aws;

import com.google.crypto.tink.Aead;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * A master key that never leaves AWS KMS; what it is used for is the encryption context there.
 *
 * <p>Source: AWS KMS API reference, Encrypt and Decrypt.
 */
public final class AwsMasterKey implements Aead {

    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:kms:([a-z0-9-]+):\\d{12}:(?:key|alias)/.+");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ONE_TRY = Duration.ofSeconds(5);
    private static final Duration ALL_TRIES = Duration.ofSeconds(12);

    private final String key;
    private final KmsClient kms;

    /**
     * The key of an ARN, with the credentials that AWS's own tools would find.
     *
     * @param endpoint another address than AWS's, or null
     * @throws IllegalArgumentException when it is no ARN of a key
     */
    public AwsMasterKey(String arn, URI endpoint) {
        this(arn, endpoint, DefaultCredentialsProvider.builder().build());
    }

    AwsMasterKey(String arn, URI endpoint, AwsCredentialsProvider credentials) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no ARN of a key");
        }
        this.key = arn;
        this.kms = KmsClient.builder()
                .region(Region.of(parts.group(1)))
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ONE_TRY))
                .overrideConfiguration(c -> c.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES))
                .build();
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] purpose) throws GeneralSecurityException {
        return asked(() -> kms.encrypt(r -> r.keyId(key)
                        .plaintext(SdkBytes.fromByteArray(plaintext))
                        .encryptionContext(context(purpose)))
                .ciphertextBlob());
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] purpose) throws GeneralSecurityException {
        return asked(() -> kms.decrypt(r -> r.keyId(key)
                        .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                        .encryptionContext(context(purpose)))
                .plaintext());
    }

    private static byte[] asked(Supplier<SdkBytes> call) throws GeneralSecurityException {
        try {
            return call.get().asByteArray();
        } catch (AwsServiceException e) {
            throw new GeneralSecurityException(
                    "AWS KMS refused: " + e.awsErrorDetails().errorCode());
        } catch (SdkException e) {
            throw new GeneralSecurityException(
                    "AWS KMS does not answer: " + e.getClass().getSimpleName());
        }
    }

    private static Map<String, String> context(byte[] purpose) {
        return Map.of("carequeue", new String(purpose, StandardCharsets.UTF_8));
    }
}
