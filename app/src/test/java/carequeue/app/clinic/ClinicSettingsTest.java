package carequeue.app.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
        Site main = settings(Map.of()).asSites().get("main");

        assertThat(main.services()).extracting(Site.Service::prefix).containsExactly("A", "B", "L", "X");
        assertThat(main.open(Instant.parse("2026-11-23T07:00:00Z"))).isTrue();
        assertThat(main.policies().patience()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theBusinessDayBeginsAtThreeInTheSitesZone() throws IOException {
        Site main = settings(Map.of()).asSites().get("main");

        assertThat(main.businessDay(Instant.parse("2026-11-23T07:59:59Z"))).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(main.businessDay(Instant.parse("2026-11-23T08:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void aServicePointWithAnUnknownServiceIsRefusedByName() throws IOException {
        ClinicSettings broken = settings(Map.of("carequeue.sites[0].service-points[0].services[0]", "surgery"));

        assertThatThrownBy(broken::asSites).hasMessageContaining("room-1").hasMessageContaining("surgery");
    }

    @Test
    void aPrefixThatStandsTwiceIsRefusedByName() throws IOException {
        ClinicSettings broken = settings(Map.of("carequeue.sites[0].services[0].prefix", "B"));

        assertThatThrownBy(broken::asSites).hasMessageContaining("prefix B stands twice");
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
