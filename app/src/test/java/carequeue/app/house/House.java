package carequeue.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.axonframework.spring.stereotype.Aggregate;

/** The arrows and habits of the house, as sentences that can be checked. */
final class House {

    private static final String[] FHIR = {"ca.uhn..", "org.hl7.."};

    private House() {}

    static final ArchRule CORE_API_KNOWS_ONLY_MESSAGES = classes()
            .that()
            .resideInAPackage("carequeue.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "carequeue.api..",
                    "java..",
                    "jakarta.validation..",
                    "org.axonframework.modelling..",
                    "org.axonframework.commandhandling..",
                    "org.axonframework.messaging.annotation..");

    static final ArchRule STORE_KNOWS_ONLY_CORE_API = mayNotKnow("store", "command", "query", "adapter", "sandbox");
    static final ArchRule COMMAND_SIDE_KNOWS_ONLY_CORE_API =
            mayNotKnow("command", "store", "query", "adapter", "sandbox");
    static final ArchRule QUERY_SIDE_KNOWS_ONLY_CORE_API = mayNotKnow("query", "command", "adapter", "sandbox");
    static final ArchRule ADAPTERS_KNOW_ONLY_CORE_API = mayNotKnow("adapter", "store", "command", "query", "sandbox");
    static final ArchRule SANDBOX_KNOWS_NOTHING_OF_OURS =
            mayNotKnow("sandbox", "api", "store", "command", "query", "adapter");
    static final ArchRule ONLY_AUDIT_READS_THE_STORE = noClasses()
            .that(resideInAPackage("carequeue.query..").and(not(resideInAPackage("carequeue.query.audit.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("carequeue.store..");
    static final ArchRule NOBODY_KNOWS_THE_APP = noClasses()
            .that()
            .resideOutsideOfPackage("carequeue.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("carequeue.app..");

    /** The journey may speak to every feature; no feature to another. */
    static final ArchRule A_FEATURE_KNOWS_NO_OTHER = slices().matching("carequeue.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("carequeue.command.journey.."), DescribedPredicate.alwaysTrue())
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("carequeue.command.door.."));

    static final ArchRule FHIR_STAYS_IN_ITS_ROOM = noClasses()
            .that(resideInAPackage("carequeue..")
                    .and(not(resideInAnyPackage(
                            "carequeue.adapter.ehr..",
                            "carequeue.adapter.payer.fhir..",
                            "carequeue.adapter.claims.fhir..",
                            "carequeue.sandbox.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FHIR);

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("carequeue.api..", "carequeue.command..", "carequeue.query..", "carequeue.adapter..")
            .should()
            .accessTargetWhere(readsTheSystemClock());

    static final ArchRule AGGREGATES_NEITHER_GUESS_NOR_TALK = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .or()
            .resideInAPackage("carequeue.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.slf4j..", "java.io..", "java.nio.file..", "java.net..", "java.sql..", "javax.sql..")
            .orShould()
            .accessTargetWhere(isRandom());

    static final ArchRule PROJECTIONS_SEND_NO_COMMANDS = noClasses()
            .that()
            .resideInAPackage("carequeue.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework.commandhandling..");

    static final ArchRule ONLY_ADAPTERS_CALL_OUT = noClasses()
            .that()
            .resideInAnyPackage("carequeue.api..", "carequeue.store..", "carequeue.command..", "carequeue.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..", "org.springframework.web.client..", "org.springframework.web.reactive..");

    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .that()
            .resideInAPackage("carequeue..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..common..", "..util..", "..core..", "..helper..", "..impl..");

    static final ArchRule NO_DEFAULT_TYPING = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "default typing of Jackson",
                    access -> access.getName().matches("(enable|activate)DefaultTyping.*")));

    private static ArchRule mayNotKnow(String room, String... others) {
        String[] packages =
                Set.of(others).stream().map(o -> "carequeue." + o + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("carequeue." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("the system's clock", access -> {
            JavaClass owner = access.getTargetOwner();
            boolean now = owner.getPackageName().equals("java.time")
                    && access.getName().equals("now")
                    && access.getTarget().getFullName().endsWith("now()");
            boolean clock =
                    owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system");
            boolean millis =
                    owner.isEquivalentTo(System.class) && access.getName().equals("currentTimeMillis");
            return now || clock || millis;
        });
    }

    private static DescribedPredicate<JavaAccess<?>> isRandom() {
        return DescribedPredicate.describe(
                "chance",
                access -> access.getName().equals("randomUUID")
                        || access.getTargetOwner()
                                .getName()
                                .matches(
                                        "java\\.(util\\.(Random|concurrent\\.ThreadLocalRandom)|security\\.SecureRandom)")
                        || access.getTargetOwner().isEquivalentTo(Math.class)
                                && access.getName().equals("random"));
    }
}
