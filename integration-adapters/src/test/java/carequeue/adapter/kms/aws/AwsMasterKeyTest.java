package carequeue.adapter.kms.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** AWS KMS over real HTTP: what is sent, what comes back, and what is said when it does not. */
class AwsMasterKeyTest {

    private static final String ARN = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final byte[] PURPOSE = "carequeue epoch 7".getBytes();
    private static final byte[] SECRET = "a key of thirty-two bytes length".getBytes();

    private final FakeAwsKms kms = new FakeAwsKms(ARN);
    private final AwsMasterKey key = key(ARN, kms.url());

    private static AwsMasterKey key(String arn, URI endpoint) {
        return new AwsMasterKey(
                arn, endpoint, StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));
    }

    @AfterEach
    void stop() {
        kms.stop();
    }

    @Test
    void whatItEncryptsItDecrypts_forThatPurposeOnly() throws GeneralSecurityException {
        byte[] wrapped = key.encrypt(SECRET, PURPOSE);

        assertThat(wrapped).isNotEqualTo(SECRET);
        assertThat(key.decrypt(wrapped, PURPOSE)).isEqualTo(SECRET);
        assertThat(kms.asked()).containsExactly("TrentService.Encrypt", "TrentService.Decrypt");
        assertThatThrownBy(() -> key.decrypt(wrapped, "another".getBytes()))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("AWS KMS refused: InvalidCiphertextException");
    }

    @Test
    void anotherKeyIsRefused() {
        AwsMasterKey other = key(ARN.replace("1234abcd", "0000abcd"), kms.url());
        assertThatThrownBy(() -> other.encrypt(SECRET, PURPOSE)).hasMessage("AWS KMS refused: NotFoundException");
    }

    @Test
    void whenItIsAwayThatIsSaid() {
        kms.stop();
        assertThatThrownBy(() -> key.encrypt(SECRET, PURPOSE))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageStartingWith("AWS KMS does not answer");
    }

    @Test
    void whatIsNoArnIsRefused() {
        assertThatThrownBy(() -> key("alias/carequeue", kms.url())).isInstanceOf(IllegalArgumentException.class);
    }
}
