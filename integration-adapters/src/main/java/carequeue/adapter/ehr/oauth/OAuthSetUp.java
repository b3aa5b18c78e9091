package carequeue.adapter.ehr.oauth;

import carequeue.adapter.ehr.EhrSettings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What we need to show the EHR who we are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
public class OAuthSetUp {

    @Bean
    ClientKeys clientKeys(OAuthSettings settings) {
        return new ClientKeys(settings);
    }

    /**
     * The tokens of an EHR, none where it does not ask who we are.
     *
     * @param scope what is asked for where nothing is configured
     */
    public static Optional<AccessTokens> tokens(OAuthSettings settings, EhrSettings ehr, String scope, Clock clock) {
        if (!settings.used()) {
            return Optional.empty();
        }
        var calls = new JsonCalls(ehr.connectTimeout(), ehr.readTimeout(), clock);
        var assertion = new ClientAssertion(settings, new ClientKeys(settings), clock);
        String asked = OAuthSettings.given(settings.scope()) ? settings.scope() : scope;
        var call = new TokenCall(settings, asked, new Discovery(ehr.url(), calls), assertion, calls, clock);
        return Optional.of(new AccessTokens(call::fetch, clock));
    }
}
