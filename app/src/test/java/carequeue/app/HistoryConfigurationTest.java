package carequeue.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;

class HistoryConfigurationTest {

    @Test
    void everyGroupThatActsIsListedAndHasARole() {
        Set<String> groups = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("carequeue")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
                        .map(type ->
                                type.getAnnotationOfType(ProcessingGroup.class).value())
                        .collect(Collectors.toSet());
        assertThat(groups).allSatisfy(HistoryConfiguration::role);
        groups.removeIf(group -> group.startsWith("view."));
        assertThat(HistoryConfiguration.GROUPS).isEqualTo(groups);
    }
}
