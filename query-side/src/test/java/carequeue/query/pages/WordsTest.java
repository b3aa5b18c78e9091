package carequeue.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.EventName;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentNews;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.claim.BalanceEvent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.Worry;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.conflict.ConflictState;
import carequeue.api.conflict.Side;
import carequeue.api.eligibility.AheadEvent;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.NextStep;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotificationState;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.DeviceEvent;
import carequeue.api.patient.DifferenceEvent;
import carequeue.api.patient.KinEvent;
import carequeue.api.patient.MergeEvent;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.RelatedPerson;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.Approval;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.PaymentState;
import carequeue.api.payment.ReceiptEvent;
import carequeue.api.payment.RefundState;
import carequeue.api.payment.RevenueBy;
import carequeue.api.payment.TillCommand.TillState;
import carequeue.api.payment.TillEvent;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueEvent;
import carequeue.api.site.ConflictPolicy;
import carequeue.api.site.SiteEvent;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No word is missing in any language, and no page carries script or style of its own. */
class WordsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z.0-9-]*)[}(]");
    private static final Pattern INLINE =
            Pattern.compile("<style|style=|<script(?![^>]*(th:src|src)=)|\\son[a-z]+=|javascript:|hx-on|hx-vals=\"js:");

    @Test
    void bothLanguagesHaveTheSameKeysAndTheSamePlaces() throws IOException {
        Properties english = bundle("messages.properties");
        Properties spanish = bundle("messages_es.properties");
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(spanish.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key) + spanish.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    @Test
    void everyKeyThatAPageNamesExists() throws IOException {
        Set<String> keys = bundle("messages.properties").stringPropertyNames();
        for (Path template : templates()) {
            var named = KEY.matcher(Files.readString(template));
            while (named.find()) {
                assertThat(keys).as(template.toString()).contains(named.group(1));
            }
        }
    }

    @Test
    void everyEventHasASentenceAndEveryStateAWord() throws IOException {
        Set<String> keys = bundle("messages.properties").stringPropertyNames();
        for (Class<?> page : List.of(
                QueueEvent.class,
                VisitEvent.class,
                AppointmentEvent.class,
                AppointmentNews.class,
                PatientEvent.class,
                KinEvent.class,
                DeviceEvent.class,
                MergeEvent.class,
                DifferenceEvent.class,
                ConflictEvent.class,
                EligibilityEvent.class,
                SiteEvent.class,
                NotificationEvent.class,
                PaymentEvent.class,
                TillEvent.class,
                ReceiptEvent.class,
                ClaimEvent.class,
                BalanceEvent.class,
                AheadEvent.class)) {
            events(page)
                    .forEach(event -> assertThat(keys)
                            .contains("event."
                                    + event.getAnnotation(EventName.class).value()));
        }
        Stream.of(
                        EntryState.values(),
                        VisitState.values(),
                        AppointmentStatus.values(),
                        HoldReason.values(),
                        OpenItem.values(),
                        LookupOutcome.values(),
                        EligibilityState.values(),
                        NextStep.values(),
                        Network.values(),
                        CoverageOrder.values(),
                        RelatedPerson.Role.values(),
                        RelatedPerson.Power.values(),
                        ConflictState.values(),
                        ConflictPolicy.Rule.values(),
                        Side.values(),
                        ClaimState.values(),
                        Worry.values(),
                        NotificationState.values(),
                        DeliveryStatus.values(),
                        MessageKind.values(),
                        MessageChannel.values(),
                        MessageTemplate.values(),
                        PaymentState.values(),
                        PaymentMethod.values(),
                        PaymentPurpose.values(),
                        AttemptState.values(),
                        FailureKind.values(),
                        RefundState.values(),
                        DisputeState.values(),
                        Approval.values(),
                        TillState.values(),
                        Channel.values())
                .flatMap(Arrays::stream)
                .forEach(word -> assertThat(keys).contains("word." + word));
        Stream.of(OpenItem.values()).forEach(item -> assertThat(keys).contains("flag." + item, "word.told-" + item));
        Stream.of(RevenueBy.values()).forEach(by -> assertThat(keys).contains("revenue.by." + by));
        Stream.of(HoldReason.values()).forEach(hold -> assertThat(keys).contains("flag.hold-" + hold));
        Stream.of(EntryState.values())
                .forEach(state -> assertThat(keys).contains("patient.state." + state, "patient.after." + state));
    }

    @Test
    void noPageCarriesScriptOrStyleOfItsOwn() throws IOException {
        for (Path template : templates()) {
            assertThat(INLINE.matcher(Files.readString(template)).find())
                    .as(template.toString())
                    .isFalse();
        }
    }

    @Test
    void theLiveScriptStaysSmall() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/resources/static/js/live.js")))
                .hasSizeLessThan(150);
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WordsTest::events)
                : Stream.of(type);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.list(TEMPLATES)) {
            return all.toList();
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        var found = Pattern.compile("\\{\\d}").matcher(text);
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(WordsTest.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
