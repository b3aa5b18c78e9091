package carequeue.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.axonframework.spring.stereotype.Saga;
import org.junit.jupiter.api.Test;

/** What of Axon is not used here, since it bites on PostgreSQL or on two nodes. */
class AxonHouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("carequeue");

    private static void nobodyKnows(Class<?> wrong, String... packages) {
        keeps(noClasses().should().dependOnClassesThat().resideInAnyPackage(packages), wrong);
    }

    private static void keeps(ArchRule rule, Class<?> wrong) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(wrong)).hasViolation())
                .as("found where it is broken on purpose")
                .isTrue();
        rule.check(HOUSE);
    }

    static class HasADeadline {
        @DeadlineHandler
        void late() {}
    }

    @Test
    void noSagaHasADeadlineOfAxons() {
        nobodyKnows(HasADeadline.class, "org.axonframework.deadline..");
    }

    static class IsInOrderInOneJvmOnly {
        Object policy() {
            return new SequentialPolicy();
        }
    }

    @Test
    void noOrderIsTheOneOfAJvm() {
        keeps(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "org\\.axonframework\\.eventhandling\\.async\\.(Sequential|FullConcurrency).*"),
                IsInOrderInOneJvmOnly.class);
    }

    static class WritesXml {
        Object serializer() {
            return XStreamSerializer.builder();
        }
    }

    @Test
    void nothingIsWrittenByXStream() {
        nobodyKnows(WritesXml.class, "com.thoughtworks.xstream..", "org.axonframework.serialization.xml..");
    }

    @ProcessingGroup("effect.wrong")
    static class CallsInItsBatch {
        Object client() {
            return java.net.http.HttpClient.newHttpClient();
        }
    }

    @Test
    void nobodyCallsOutInABatch() {
        keeps(
                noClasses()
                        .that()
                        .areAnnotatedWith(ProcessingGroup.class)
                        .or()
                        .areAnnotatedWith(Saga.class)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.net.http..",
                                "org.springframework.web.client..",
                                "org.springframework.mail..",
                                "ca.uhn.fhir..",
                                "com.stripe..",
                                "com.twilio..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("carequeue\\.adapter\\..*(Service|Provider|Processor)"),
                CallsInItsBatch.class);
    }
}
