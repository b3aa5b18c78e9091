package carequeue.adapter.secrets;

import carequeue.adapter.secrets.aws.AwsSecrets;
import carequeue.adapter.secrets.azure.AzureSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The keeper of secrets that the settings name, on every node: the database's password is needed in every role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
public class SecretsConfiguration {

    @Bean
    static SecretBinding secretBinding(ObjectProvider<Secrets> secrets) {
        return new SecretBinding(secrets);
    }

    @Bean
    static OwnEnvironment ownEnvironment(Environment environment) {
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        String given = environment.getProperty("carequeue.environment", "");
        return new OwnEnvironment(given.isBlank() ? production ? "production" : "development" : given.strip());
    }

    @Bean
    static SecretStore secretStore(SecretSettings settings, OwnEnvironment environment) {
        return switch (settings.kind()) {
            case FILES -> new FileSecrets(Path.of(settings.urlOr("/run/secrets")));
            case ENVIRONMENT -> new EnvironmentSecrets(System::getenv);
            case AWS -> new AwsSecrets(environment.name() + "/carequeue/", settings.region(), address(settings));
            case AZURE -> new AzureSecrets(settings.urlOr(""), environment.name() + "-carequeue-");
        };
    }

    private static URI address(SecretSettings settings) {
        String url = settings.urlOr("");
        return url.isEmpty() ? null : URI.create(url);
    }

    @Bean
    static Secrets secrets(SecretStore store, SecretSettings settings, OwnEnvironment environment, Clock clock) {
        return new Secrets(store, settings, environment, clock);
    }
}
