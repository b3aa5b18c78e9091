package carequeue.adapter.secrets.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Stored;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** AWS Secrets Manager over real HTTP: names by environment, versions by stage, and what is said when it does not give one. */
class AwsSecretsTest {

    private final FakeSecretsManager manager = new FakeSecretsManager();
    private final AwsSecrets secrets = new AwsSecrets(
            "staging/carequeue/",
            "us-west-2",
            manager.url(),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));

    @AfterEach
    void stop() {
        manager.stop();
    }

    @Test
    void theCurrentVersionAndTheOneBeforeAreRead() {
        manager.put("staging/carequeue/stripe-key", "AWSCURRENT", "EXAMPLE2-90ab", "new", 1523477145.713)
                .put("staging/carequeue/stripe-key", "AWSPREVIOUS", "EXAMPLE1-90ab", "old", 1500000000.0)
                .put("production/carequeue/stripe-key", "AWSCURRENT", "x", "live", 1523477145.713);
        Stored read = secrets.read("stripe-key");
        assertThat(read.current().value()).isEqualTo("new");
        assertThat(read.current().id()).isEqualTo("EXAMPLE2-90ab");
        assertThat(read.current().since()).isEqualTo(Instant.parse("2018-04-11T20:05:45.713Z"));
        assertThat(read.previous().value()).isEqualTo("old");
        assertThat(manager.asked())
                .allMatch(it -> it.startsWith("secretsmanager.GetSecretValue staging/carequeue/stripe-key AWS"));
    }

    @Test
    void aSecretThatWasNeverChangedHasNoneBefore() {
        manager.put("staging/carequeue/mail", "AWSCURRENT", "v1", "only", 1523477145.0);
        assertThat(secrets.read("mail").previous()).isNull();
    }

    @Test
    void whatIsNotThereIsSaidByItsName() {
        assertThatThrownBy(() -> secrets.read("none"))
                .isInstanceOf(OutsideFailure.NotThere.class)
                .hasMessage("secrets has nothing in AWS under staging/carequeue/none");
    }

    @Test
    void aRefusalForGoodAndOneThatPassesAreToldApart() {
        manager.fails("AccessDeniedException");
        assertThatThrownBy(() -> secrets.read("mail"))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("secrets cannot be read: AWS answered 400 AccessDeniedException");
        manager.fails("InternalServiceError");
        assertThatThrownBy(() -> secrets.read("mail")).isInstanceOf(OutsideFailure.Unavailable.class);
        manager.stop();
        assertThatThrownBy(() -> secrets.read("mail"))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessageStartingWith("secrets cannot be read: AWS does not answer");
    }
}
