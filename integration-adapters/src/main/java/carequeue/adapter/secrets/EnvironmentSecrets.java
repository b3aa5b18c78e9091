package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** For development: {@code CAREQUEUE_SECRET_<NAME>} of the environment, the value before in {@code …_PREVIOUS}; a change needs a restart. */
final class EnvironmentSecrets implements SecretStore {

    private final UnaryOperator<String> environment;

    EnvironmentSecrets(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public String source() {
        return "environment";
    }

    @Override
    public Stored read(String name) {
        String variable = "CAREQUEUE_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = environment.apply(variable);
        if (value == null || value.isBlank()) {
            throw new OutsideFailure.NotThere(SECRETS, "has no variable " + variable);
        }
        String before = environment.apply(variable + "_PREVIOUS");
        return new Stored(
                new Stored.Version(value, GIVEN, null),
                before == null || before.isBlank() ? null : new Stored.Version(before, GIVEN + "-before", null));
    }

    /** The version of what has no version of its own. */
    static final String GIVEN = "given";
}
