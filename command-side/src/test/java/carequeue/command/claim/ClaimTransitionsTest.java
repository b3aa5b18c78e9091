package carequeue.command.claim;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimState;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order to a claim and all news of its payer in every state: what it comes to, or that it is refused. */
class ClaimTransitionsTest {

    /** Each order with the states that allow it and the state it leads to; missing: refused, naming the state. */
    private static final Map<ClaimCommand, Map<ClaimState, ClaimState>> TABLE = new LinkedHashMap<>();

    /** News are taken in every state but those of a claim that never went out. */
    private static final Map<ClaimCommand, Map<ClaimState, ClaimState>> NEWS = new LinkedHashMap<>();

    static {
        row(Office.type(Office.content(13000)), "drafted drafted, corrected corrected");
        row(new SubmitClaim("cl", null, Office.POLICY), "drafted submitted, rejected submitted, corrected submitted");
        row(
                new CorrectClaim("cl", "typo"),
                "submitted corrected, accepted corrected, rejected corrected, adjudicated corrected, paid corrected,"
                        + " denied corrected, closed corrected");
        row(
                new VoidClaim("cl", "wrong", Office.POLICY),
                "drafted voided, rejected voided, corrected voided, accepted voiding, adjudicated voiding, paid voiding,"
                        + " denied voiding, closed voiding");
        row(new CloseClaim("cl", "small"), "denied closed");
        row(
                new RequestStatus("cl"),
                "submitted submitted, accepted accepted, adjudicated adjudicated, voiding voiding");
        news(Office.says(1, Word.ACCEPTED), "submitted accepted");
        news(Office.says(1, Word.REJECTED), "submitted rejected, accepted rejected");
        news(Office.says(1, Word.ON_ITS_WAY), "");
        news(
                Office.decides(1, Office.processed("d9", 8000)),
                "submitted adjudicated, accepted adjudicated, rejected adjudicated, denied adjudicated,"
                        + " closed adjudicated");
        news(
                Office.decides(1, Office.denied("d9")),
                "submitted denied, accepted denied, rejected denied, adjudicated denied, paid denied, closed denied");
        news(
                Office.decides(1, Office.reversal("d9", 8000)),
                "adjudicated accepted, paid accepted, denied accepted, closed accepted, voiding voided");
        news(Office.pays("r9", 8000), "adjudicated paid");
        news(new ElapseClaim("cl", "filing-limit"), "");
        news(new NoteCoverage("cl", Office.SECONDARY), "");
        news(Office.draft(), "");
        news(new AskClaim("cl"), "");
        news(new AssignClaim("cl", "p2", "the record was merged"), "");
    }

    private static void row(ClaimCommand order, String pairs) {
        TABLE.put(order, pairs(pairs));
    }

    private static void news(ClaimCommand order, String pairs) {
        Map<ClaimState, ClaimState> row = new EnumMap<>(ClaimState.class);
        Stream.of(ClaimState.values()).forEach(state -> row.put(state, state));
        row.putAll(pairs(pairs));
        if (order instanceof ReportAcknowledgement
                || order instanceof ReportAdjudication
                || order instanceof ReportRemittance) {
            row.remove(ClaimState.DRAFTED);
        }
        NEWS.put(order, row);
    }

    private static Map<ClaimState, ClaimState> pairs(String pairs) {
        Map<String, ClaimState> words =
                Stream.of(ClaimState.values()).collect(Collectors.toMap(Object::toString, s -> s));
        Map<ClaimState, ClaimState> row = new EnumMap<>(ClaimState.class);
        Stream.of(pairs.split(", *"))
                .filter(p -> !p.isEmpty())
                .map(p -> p.split(" "))
                .forEach(p -> row.put(words.get(p[0]), words.get(p[1])));
        return row;
    }

    static Stream<Arguments> everyPair() {
        return Stream.of(TABLE, NEWS)
                .flatMap(table -> table.entrySet().stream()
                        .flatMap(row -> Stream.of(ClaimState.values())
                                .map(state -> Arguments.of(
                                        row.getKey().getClass().getSimpleName() + " when " + state,
                                        row.getKey(),
                                        state,
                                        row.getValue().get(state)))));
    }

    private static ResultValidator<Claim> outcome(ClaimState found, ClaimCommand order) {
        List<?> story = Office.story(found).stream()
                .map(said -> GenericCommandMessage.asCommandMessage(said).andMetaData(Office.BILLING))
                .toList();
        return Office.fixture(Office.NOON).givenCommands(story).when(order, Office.BILLING);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheState(String name, ClaimCommand order, ClaimState found, ClaimState expected) {
        ResultValidator<Claim> outcome = outcome(found, order);
        boolean machine = TABLE.containsKey(order);
        if (machine) {
            assertThat(ClaimSteps.MACHINE.allows(order.getClass(), found)).isEqualTo(expected != null);
        }
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(claim -> assertThat(claim.dossier().state).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(new CustomTypeSafeMatcher<Throwable>("refused, naming " + found) {
                @Override
                protected boolean matchesSafely(Throwable failure) {
                    return machine
                            ? failure instanceof Refused.WrongState wrong
                                    && wrong.state().equals(found.toString())
                            : failure instanceof Refused.AgainstRule against
                                    && against.rule().equals("unknown-submission");
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ClaimState.class)
    void aStoryEndsInItsState(ClaimState state) {
        outcome(state, new AskClaim("cl"))
                .expectState(claim -> assertThat(claim.dossier().state).isEqualTo(state));
    }

    @Test
    void theTablesNameEveryOrderAndAllNews() {
        assertThat(ClaimSteps.MACHINE.orders())
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.keySet().stream().map(Object::getClass).toList());
        Set<Class<?>> all = new HashSet<>(ClaimSteps.MACHINE.orders());
        NEWS.keySet().forEach(news -> all.add(news.getClass()));
        assertThat(all).containsExactlyInAnyOrder(ClaimCommand.class.getPermittedSubclasses());
    }
}
