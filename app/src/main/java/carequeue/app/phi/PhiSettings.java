package carequeue.app.phi;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key is that protects the keys of personal values.
 *
 * @param master {@code local}, {@code aws} or {@code azure}
 * @param masterKey which one there: an AWS key's ARN, or an Azure Key Vault key's address
 * @param formerMasters master keys that are only read, each as {@code kind:key}, until everything is wrapped by the current one
 */
@ConfigurationProperties("carequeue.phi")
public record PhiSettings(
        @DefaultValue("local") String master,
        String masterKey,
        @DefaultValue List<String> formerMasters) {}
