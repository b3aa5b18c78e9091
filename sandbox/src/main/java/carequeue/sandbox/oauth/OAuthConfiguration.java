package carequeue.sandbox.oauth;

import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.state.Journal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The authority under {@code /oauth}: clients are registered at {@code /oauth/clients}, tokens given at {@code /oauth/token}. */
@Configuration(proxyBeanMethods = false)
public class OAuthConfiguration {

    @Bean
    Clients oauthClients(Settings settings) {
        return new Clients(new Journal(settings.directory(), "oauth"));
    }

    @Bean
    Tokens tokens(Settings settings) {
        return new Tokens(settings.clock());
    }

    @Bean
    TokenDoor tokenDoor(Clients clients, Tokens tokens, Settings settings) {
        return new TokenDoor(clients, new Assertions(clients, settings.clock()), tokens);
    }

    @Bean
    FaultSwitch oauthFaults() {
        return new FaultSwitch("oauth");
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> oauthFaultsFirst(@Qualifier("oauthFaults") FaultSwitch faults) {
        return FaultSwitch.on(faults, "/oauth/token");
    }
}
