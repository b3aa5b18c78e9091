package carequeue.app.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class ClinicSettingsTest {

    @Test
    void theDemonstrationClinicIsComplete() throws IOException {
        var main = settings(Map.of()).checked().get(0);

        assertThat(main.setUp().services()).extracting(Site.Service::prefix).containsExactly("A", "B", "L", "X");
        assertThat(main.setUp().faults()).isEmpty();
        assertThat(main.policies().patience().machine()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aServicePointWithAnUnknownServiceIsRefusedByName() throws IOException {
        ClinicSettings broken = settings(Map.of("carequeue.sites[0].service-points[0].services[0]", "surgery"));

        assertThatThrownBy(broken::checked).hasMessageContaining("main").hasMessageContaining("/servicePoints/0");
    }

    @Test
    void aPrefixThatStandsTwiceIsRefusedByName() throws IOException {
        ClinicSettings broken = settings(Map.of("carequeue.sites[0].services[0].prefix", "B"));

        assertThatThrownBy(broken::checked).hasMessageContaining("/services/1/prefix");
    }

    private static ClinicSettings settings(Map<String, Object> changes) throws IOException {
        var yaml = new YamlPropertySourceLoader()
                .load("clinic", new ClassPathResource("demonstration-clinic.yml"))
                .get(0);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : ((EnumerablePropertySource<?>) yaml).getPropertyNames()) {
            values.put(name, yaml.getProperty(name));
        }
        values.putAll(changes);
        var environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("changed", values));
        return Binder.get(environment)
                .bind("carequeue", Bindable.of(ClinicSettings.class))
                .get();
    }
}
