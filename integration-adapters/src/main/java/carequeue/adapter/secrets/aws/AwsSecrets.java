package carequeue.adapter.secrets.aws;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.SecretStore;
import carequeue.adapter.secrets.Stored;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets in AWS Secrets Manager, named {@code <environment>/carequeue/<name>}; the version staged {@code AWSPREVIOUS} is the value before.
 *
 * <p>Source: AWS Secrets Manager API reference, GetSecretValue.
 */
public final class AwsSecrets implements SecretStore {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ONE_TRY = Duration.ofSeconds(5);
    private static final Duration ALL_TRIES = Duration.ofSeconds(12);
    private static final Set<String> PASSING =
            Set.of("ThrottlingException", "InternalServiceError", "RequestTimeout", "ServiceUnavailable");

    private final String prefix;
    private final SecretsManagerClient client;

    /**
     * With the credentials that AWS's own tools would find.
     *
     * @param region unless AWS's own tools know it
     * @param endpoint another address than AWS's, or null
     */
    public AwsSecrets(String prefix, String region, URI endpoint) {
        this(prefix, region, endpoint, DefaultCredentialsProvider.builder().build());
    }

    AwsSecrets(String prefix, String region, URI endpoint, AwsCredentialsProvider credentials) {
        this.prefix = prefix;
        var builder = SecretsManagerClient.builder()
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ONE_TRY))
                .overrideConfiguration(c -> c.apiCallAttemptTimeout(ONE_TRY).apiCallTimeout(ALL_TRIES));
        if (region != null && !region.isBlank()) {
            builder.region(Region.of(region.strip()));
        }
        this.client = builder.build();
    }

    @Override
    public String source() {
        return "aws";
    }

    @Override
    public Stored read(String name) {
        try {
            return new Stored(version(name, "AWSCURRENT"), previous(name));
        } catch (ResourceNotFoundException e) {
            throw new OutsideFailure.NotThere(SECRETS, "has nothing in AWS under " + prefix + name);
        } catch (AwsServiceException e) {
            throw refused(e);
        } catch (SdkException e) {
            throw new OutsideFailure.Unavailable(
                    SECRETS,
                    "cannot be read: AWS does not answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    // A secret that was never changed has no version before.
    private Stored.Version previous(String name) {
        try {
            return version(name, "AWSPREVIOUS");
        } catch (ResourceNotFoundException e) {
            return null;
        }
    }

    private Stored.Version version(String name, String stage) {
        GetSecretValueResponse found =
                client.getSecretValue(r -> r.secretId(prefix + name).versionStage(stage));
        String value = found.secretString() == null ? found.secretBinary().asUtf8String() : found.secretString();
        return new Stored.Version(value, found.versionId(), found.createdDate());
    }

    private static OutsideFailure refused(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        String what = "cannot be read: AWS answered " + e.statusCode() + " " + code;
        return e.statusCode() >= 500 || e.statusCode() == 429 || PASSING.contains(code)
                ? new OutsideFailure.Unavailable(SECRETS, what)
                : new OutsideFailure.Rejected(SECRETS, what);
    }
}
