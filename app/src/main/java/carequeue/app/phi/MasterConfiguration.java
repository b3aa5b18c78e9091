package carequeue.app.phi;

import carequeue.store.phi.MasterKeys;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gives history the master keys that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhiSettings.class)
@Import(MasterChoice.class)
public class MasterConfiguration {

    @Bean
    MasterKeys masterKeys(PhiSettings settings, MasterChoice choice) {
        String current = choice.name(settings.master(), settings.masterKey());
        MasterKeys keys = MasterKeys.of(current, choice.key(settings.master(), settings.masterKey()));
        for (String former : settings.formerMasters()) {
            String kind = former.split(":", 2)[0];
            String key = former.contains(":") ? former.split(":", 2)[1] : null;
            keys = keys.andFormer(choice.name(kind, key), choice.key(kind, key));
        }
        return keys;
    }
}
