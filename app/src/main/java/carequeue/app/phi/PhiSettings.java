package carequeue.app.phi;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key is that protects the keys of personal values.
 *
 * @param master {@code local}, {@code aws} or {@code azure}
 * @param masterKey which one there: an AWS key's ARN, or an Azure Key Vault key's address
 * @param endpoint another address of AWS KMS than AWS's own, or null
 * @param formerMasters master keys that are only read, each as {@code kind:key}, until everything is wrapped by the current one
 */
@ConfigurationProperties("carequeue.phi")
public record PhiSettings(
        @DefaultValue("local") String master,
        String masterKey,
        URI endpoint,
        @DefaultValue List<String> formerMasters) {}
