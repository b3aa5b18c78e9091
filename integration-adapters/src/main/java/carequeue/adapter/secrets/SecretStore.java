package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;

/** Where secrets are kept: files, the environment, AWS Secrets Manager or Azure Key Vault. */
public interface SecretStore {

    /** The name of the service in failures and health. */
    String SECRETS = "secrets";

    /** Where it keeps them, in one word, such as {@code aws}. */
    String source();

    /**
     * What it holds now under a name.
     *
     * @throws OutsideFailure.Unavailable when it does not answer
     * @throws OutsideFailure.NotThere when it has no such secret
     * @throws OutsideFailure.Rejected when it does not let us read it
     */
    Stored read(String name);
}
