package carequeue.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house keeps its rules, and each rule bites: a class that breaks it on purpose is found. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("carequeue");

    private static void keeps(ArchRule rule, Class<?>... wrong) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(wrong)).hasViolation())
                .as("found where it is broken on purpose")
                .isTrue();
        rule.allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(HOUSE.stream().map(c -> c.getPackageName().split("\\.")[1]).collect(Collectors.toSet()))
                .contains("api", "store", "command", "query", "adapter", "sandbox", "app");
    }

    @Test
    void coreApiKnowsOnlyMessages() {
        keeps(House.CORE_API_KNOWS_ONLY_MESSAGES, carequeue.api.Wrong.KnowsSpring.class);
    }

    @Test
    void storeKnowsOnlyCoreApi() {
        keeps(House.STORE_KNOWS_ONLY_CORE_API, carequeue.store.Wrong.KnowsCommands.class);
    }

    @Test
    void commandSideKnowsOnlyCoreApi() {
        keeps(House.COMMAND_SIDE_KNOWS_ONLY_CORE_API, carequeue.command.Wrong.KnowsQueries.class);
    }

    @Test
    void querySideKnowsOnlyCoreApi() {
        keeps(House.QUERY_SIDE_KNOWS_ONLY_CORE_API, carequeue.query.Wrong.KnowsCommands.class);
    }

    @Test
    void adaptersKnowOnlyCoreApi() {
        keeps(House.ADAPTERS_KNOW_ONLY_CORE_API, carequeue.adapter.Wrong.KnowsTheStore.class);
    }

    @Test
    void sandboxKnowsNothingOfOurs() {
        keeps(House.SANDBOX_KNOWS_NOTHING_OF_OURS, carequeue.sandbox.Wrong.KnowsUs.class);
    }

    @Test
    void onlyAuditReadsTheStore() {
        keeps(House.ONLY_AUDIT_READS_THE_STORE, carequeue.query.Wrong.KnowsTheStore.class);
    }

    @Test
    void nobodyKnowsTheApp() {
        keeps(House.NOBODY_KNOWS_THE_APP, carequeue.query.Wrong.KnowsTheApp.class);
    }

    @Test
    void aFeatureKnowsNoOther() {
        keeps(
                House.A_FEATURE_KNOWS_NO_OTHER,
                carequeue.command.left.WrongLeft.class,
                carequeue.command.right.WrongRight.class);
    }

    @Test
    void fhirStaysInItsRoom() {
        keeps(House.FHIR_STAYS_IN_ITS_ROOM, carequeue.query.Wrong.SpeaksFhir.class);
    }

    @Test
    void noFieldInjection() {
        keeps(House.NO_FIELD_INJECTION, carequeue.command.Wrong.InjectsFields.class);
    }

    @Test
    void timeComesFromTheClock() {
        keeps(House.TIME_COMES_FROM_THE_CLOCK, carequeue.command.Wrong.LooksAtTheWall.class);
    }

    @Test
    void aggregatesNeitherGuessNorTalk() {
        keeps(House.AGGREGATES_NEITHER_GUESS_NOR_TALK, carequeue.api.Wrong.Guesses.class);
    }

    @Test
    void projectionsSendNoCommands() {
        keeps(House.PROJECTIONS_SEND_NO_COMMANDS, carequeue.query.Wrong.SendsCommands.class);
    }

    @Test
    void onlyAdaptersCallOut() {
        keeps(House.ONLY_ADAPTERS_CALL_OUT, carequeue.command.Wrong.CallsOut.class);
    }

    @Test
    void noEmptyNames() {
        keeps(House.NO_EMPTY_NAMES, carequeue.adapter.Wrong.ThingManager.class);
    }

    @Test
    void noDefaultTyping() {
        keeps(House.NO_DEFAULT_TYPING, carequeue.adapter.Wrong.TypesByDefault.class);
    }
}
