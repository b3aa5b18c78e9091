package carequeue.adapter.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which environment this is; secrets of another one are refused.
 *
 * @param name such as {@code production}, {@code staging}, {@code development}
 */
public record OwnEnvironment(String name) {

    private static final String PRODUCTION = "production";
    private static final List<String> LIVE = List.of("sk_live_", "rk_live_");
    private static final List<String> TEST = List.of("sk_test_", "rk_test_");
    // What stands in the sandbox, in examples, and in what people write until they have the real one.
    private static final List<String> SAMPLES =
            List.of("sandbox", "changeme", "change-me", "change_me", "example", "placeholder", "replace-me", "your-");
    private static final List<String> SAMPLE_WORDS = List.of(
            "secret",
            "password",
            "carequeue",
            "postgres",
            "test",
            "demo",
            "sample",
            "12345678",
            "s3cret",
            "admin",
            "whsec_c2fuzgjvec1tywlslxdlymhvb2s=",
            "u19jccgcglulx5sv5uuilcf-hhktnrm4fn2zakkcdxm");

    public OwnEnvironment {
        if (name == null || !name.matches("[a-z0-9][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException(
                    "CAREQUEUE_ENVIRONMENT is a word of small letters, digits and hyphens, such as staging");
        }
    }

    /** Whether real people are served and real money is taken. */
    public boolean production() {
        return PRODUCTION.equals(name);
    }

    /** Why a value may not be used here, as the end of a sentence; nothing of the value. */
    public Optional<String> refusal(String value) {
        if (!production()) {
            return LIVE.stream().anyMatch(value::startsWith)
                    ? Optional.of("is a live key, and this is the environment " + name)
                    : Optional.empty();
        } else if (TEST.stream().anyMatch(value::startsWith)) {
            return Optional.of("is a test key, and this is production");
        }
        return sample(value) ? Optional.of("is a sample, and this is production") : Optional.empty();
    }

    private static boolean sample(String value) {
        String small = value.strip().toLowerCase(Locale.ROOT);
        // Keys in PEM or JSON are long and may hold any word by chance.
        return small.length() < 200 && SAMPLES.stream().anyMatch(small::contains)
                || SAMPLE_WORDS.contains(small)
                || small.length() > 3 && small.chars().distinct().count() == 1;
    }
}
