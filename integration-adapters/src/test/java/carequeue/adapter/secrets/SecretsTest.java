package carequeue.adapter.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.resilience.OutsideFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever uses a secret gets while it is changed, while the store is away, and in the wrong environment. */
class SecretsTest {

    private static final String SETTING = "carequeue.stripe.api-key";

    private final SetClock clock = new SetClock();
    private final Vault vault = new Vault(clock).put("stripe-key", "rk-first");
    private final Secrets secrets = vault.secrets();
    private final Secret secret = secrets.bound(Secret.of("secret:stripe-key"), SETTING);

    private void refresh() {
        clock.pass(Duration.ofMinutes(5));
        secrets.held().forEach(Held::refresh);
    }

    @Test
    void theValueOfTheMomentIsGiven_andTheOneBeforeIsAcceptedForADay() {
        assertThat(secret.value()).isEqualTo("rk-first");
        assertThat(secret.accepted()).containsExactly("rk-first");
        vault.put("stripe-key", "rk-second");
        assertThat(secret.value()).isEqualTo("rk-first");
        refresh();
        assertThat(secret.value()).isEqualTo("rk-second");
        assertThat(secret.accepted()).containsExactly("rk-second", "rk-first");
        clock.pass(Duration.ofHours(24));
        assertThat(secret.accepted()).containsExactly("rk-second");
    }

    @Test
    void whatIsRefusedOutsideIsReadAnewAtOnce_andOnceMoreByTheOneBefore() {
        assertThat(secret.value()).isEqualTo("rk-first");
        clock.pass(Duration.ofSeconds(2));
        vault.put("stripe-key", "rk-second");
        assertThat(secret.instead("rk-first")).contains("rk-second");
        // The other side does not know the new one yet.
        assertThat(secret.instead("rk-second")).contains("rk-first");
        assertThat(secret.<String>calling(
                        key -> {
                            if (!key.equals("rk-first")) {
                                throw new IllegalArgumentException("401");
                            }
                            return "done";
                        },
                        IllegalArgumentException.class::isInstance))
                .isEqualTo("done");
    }

    @Test
    void whoGuessesDoesNotMakeUsAskTheStoreAllTheTime() {
        secret.value();
        clock.pass(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            assertThat(secret.anyFits("guess"::equals)).isFalse();
        }
        assertThat(vault.asked).hasValue(2);
    }

    @Test
    void whatIsSignedByANewOneIsKnownBeforeTheNextRefresh() {
        secret.value();
        clock.pass(Duration.ofSeconds(2));
        vault.put("stripe-key", "rk-second");
        assertThat(secret.anyFits("rk-second"::equals)).isTrue();
        assertThat(secret.anyFits("rk-first"::equals)).isTrue();
    }

    @Test
    void aStoreThatIsAwayLeavesTheLastValue_andSaysSo() {
        secret.value();
        vault.away = true;
        refresh();
        assertThat(secret.value()).isEqualTo("rk-first");
        assertThat(secrets.states().get(0).problem()).isEqualTo("secrets cannot be read");
        vault.away = false;
        vault.put("stripe-key", "rk-second");
        refresh();
        assertThat(secret.value()).isEqualTo("rk-second");
        assertThat(secrets.states().get(0).problem()).isNull();
    }

    @Test
    void aStartWithTheStoreAwayWaits_andThenSaysWhichSecretIsMissing() {
        vault.away = true;
        assertThatThrownBy(secret::value)
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessage("secrets gave no value of stripe-key: secrets cannot be read");
        vault.away = false;
        clock.pass(Duration.ofSeconds(2));
        assertThat(secrets.awaited(secret)).isEqualTo("rk-first");
    }

    @ParameterizedTest
    @CsvSource({
        "staging, sk_live_1234567890, is a live key",
        "staging, rk_live_1234567890, is a live key",
        "production, sk_test_1234567890, is a test key",
        "production, whsec_sandbox, is a sample",
        "production, changeme, is a sample",
        "production, xxxxxxxx, is a sample"
    })
    void whatBelongsToAnotherEnvironmentIsNotUsed(String environment, String value, String why) {
        Vault other = new Vault(clock).put("stripe-key", value);
        Secrets all = other.secrets(environment);
        Secret wrong = all.bound(Secret.of("secret:stripe-key"), SETTING);
        Secret plain = all.bound(Secret.of(value), "carequeue.pms.api-key");
        assertThatThrownBy(wrong::value).hasMessageContaining(why).hasMessageNotContaining(value);
        assertThatThrownBy(plain::value).hasMessageContaining(why).hasMessageNotContaining(value);
        assertThat(all.refusals()).hasSize(2).allMatch(it -> it.contains(why) && !it.contains(value));
        assertThat(all.refusals().get(1)).startsWith(SETTING);
    }

    @Test
    void aKeyOfAnotherEnvironmentDoesNotReplaceAGoodOne() {
        secret.value();
        vault.put("stripe-key", "sk_live_1234567890");
        refresh();
        assertThat(secret.value()).isEqualTo("rk-first");
        assertThat(secrets.states().get(0).problem()).contains("is a live key");
    }

    @Test
    void aFieldOfASecretInJsonIsASecret() {
        vault.put("database", "{\"username\": \"clinic\", \"password\": \"deep\"}");
        Secret field = secrets.bound(Secret.of("secret:database#password"), "carequeue.database.password");
        assertThat(field.value()).isEqualTo("deep");
        Secret none = secrets.bound(Secret.of("secret:database#pass"), "carequeue.database.password");
        assertThatThrownBy(none::value).hasMessageNotContaining("deep");
    }

    @Test
    void everyReadIsNotedByWhoAndWhichVersion_andNoTextHasTheValue() {
        secret.value();
        secret.value();
        assertThat(secrets.uses().take()).singleElement().satisfies(use -> {
            assertThat(use.name()).isEqualTo("stripe-key");
            assertThat(use.reader()).isEqualTo(SETTING);
            assertThat(use.reads()).isEqualTo(2);
        });
        Held held = secrets.held().iterator().next();
        assertThat(secret + " " + held + " " + held.state() + " " + held.current())
                .doesNotContain("rk-first");
    }

    @Test
    void aNameThatIsNoneIsRefusedAtTheStart() {
        assertThatThrownBy(() -> secrets.bound(Secret.of("secret:../../etc/passwd"), SETTING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(SETTING);
    }
}
