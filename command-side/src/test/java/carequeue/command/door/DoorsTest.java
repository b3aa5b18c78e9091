package carequeue.command.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import carequeue.api.Actor;
import carequeue.api.Claims;
import carequeue.api.Facts;
import carequeue.api.Position;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrival;
import carequeue.api.appointment.AppointmentCommand.AssessArrival;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import carequeue.command.CommandSide;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What the doors make of a request, and of the answer. */
class DoorsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final List<CommandMessage<?>> ordered = new ArrayList<>();
    private final QueryGateway queries = mock(QueryGateway.class);
    private final EventStore history = mock(EventStore.class);
    private Actor actor = new Actor("fran", Set.of("front-desk"), Set.of("main"), "hash");
    private MockMvc web;

    @BeforeEach
    void doors() throws Exception {
        when(history.createHeadToken()).thenReturn(new GlobalSequenceTrackingToken(99));
        when(history.readEvents(any(String.class))).thenReturn(DomainEventStream.empty());
        when(queries.query(any(Claims.FindHolder.class), ArgumentMatchers.<ResponseType<Optional<String>>>any()))
                .thenReturn(CompletableFuture.completedFuture(Optional.empty()));
        Door door = new Door(DefaultCommandGateway.builder().commandBus(bus).build(), history);
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Object setUps = make("queue.SetUps", sites(), clock);
        Object patients = make("journey.KnownPatients", queries, history);
        Object records = make("journey.MergedRecords", queries);
        Object comers = make("journey.Comers", door, records, clock);
        Object visits = make("journey.OpenVisits", queries, history, sites());
        Object comings = make("journey.Comings", door, patients, make("journey.Appointments", door, clock), sites());
        Object minors = make("journey.Minors", make("journey.BirthDates", history), comers, clock);
        Object checkIns = make("journey.CheckIns", door, make("journey.OtherVisits", queries, sites()), clock);
        web = MockMvcBuilders.standaloneSetup(
                        make("queue.QueueDoor", door, setUps),
                        make("queue.EntryDoor", door, setUps),
                        make("queue.OnwardDoor", door, setUps),
                        make("appointment.AppointmentDoor", door),
                        make("journey.BookingDoor", door, comers, records, patients, visits, sites(), history),
                        make("journey.CheckInDoor", comings, checkIns, minors, sites()),
                        make("journey.FamilyDoor", comings, checkIns, minors, sites()))
                .setCustomArgumentResolvers(new WhoAsks())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json()))
                .addFilters(new Bodies())
                .build();
        answer(RequestCheckIn.class, c -> c.visitId());
        answer(RegisterPatient.class, c -> c.patientId());
    }

    private static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
    }

    /** Doors are of their rooms only; a test of all of them lets itself in. */
    private static Object make(String name, Object... parts) throws Exception {
        Constructor<?> constructor =
                Class.forName(CommandSide.class.getPackageName() + "." + name).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(parts);
    }

    private static Sites sites() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(new Site.Service("lab", "Laboratory", "L")),
                List.of(),
                Policies.DEFAULT)));
    }

    private final class WhoAsks implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter p, ModelAndViewContainer m, NativeWebRequest r, WebDataBinderFactory f) {
            return actor;
        }
    }

    private <C> void answer(Class<C> command, Function<C, Object> answer) {
        bus.subscribe(command.getName(), message -> {
            ordered.add(message);
            Position position = new Position();
            position.advanceTo(42);
            return new GenericCommandResultMessage<>(
                    answer.apply(command.cast(message.getPayload())), Map.of(Position.KEY, position));
        });
    }

    private ResultActions ask(String path, String body) throws Exception {
        return web.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private <C> C only(Class<C> type) {
        return ordered.stream()
                .map(CommandMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void callNextAnswersWhoWasCalledAndThePosition() throws Exception {
        answer(CallNext.class, c -> new Called("e1", "L-001"));
        ask("/api/queues/main.lab.2026-11-23/call-next", "{\"servicePoint\":\"lab-1\"}")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"entryId\":\"e1\",\"ticket\":\"L-001\"}"))
                .andExpect(header().string("X-Event-Position", "42"));
        assertThat(only(CallNext.class))
                .isEqualTo(new CallNext("main.lab.2026-11-23", "lab-1", Set.of(), sites().get("main")));
    }

    @Test
    void nobodyToCallIsNoContent() throws Exception {
        answer(CallNext.class, c -> null);
        ask("/api/queues/main.lab.2026-11-23/call-next", "{\"servicePoint\":\"lab-1\"}")
                .andExpect(status().isNoContent());
    }

    @Test
    void anOrderCarriesWhoAsksAndUnderWhichKey() throws Exception {
        answer(Leave.class, c -> new EntryOutcome(c.entryId(), EntryState.LEFT));
        web.perform(post("/api/queues/main.lab.2026-11-23/entries/e1/leave")
                        .header("Idempotency-Key", "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"no time\"}"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"entryId\":\"e1\",\"state\":\"left\"}"));
        assertThat(ordered.get(0).getMetaData())
                .containsEntry(Facts.ACTOR, "fran")
                .containsEntry(Facts.ROLES, "front-desk")
                .containsEntry(Facts.SITES, "main")
                .containsEntry(Facts.CHANNEL, "desk")
                .containsEntry(Facts.SOURCE, "hash")
                .containsEntry(Facts.REASON, "no time")
                .containsEntry(Facts.REPEAT_SCOPE, "fran POST /api/queues/main.lab.2026-11-23/entries/e1/leave")
                .containsEntry(Facts.REPEAT_KEY, "k1")
                // sha-256 of the body's bytes, computed apart
                .containsEntry(Facts.REPEAT_BODY, "9badeeeddf50359bf32384eed4afac87538bd4bfefcfff0f8408989360a893f3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/queues/main.lab.2026-11-23/call-next | {}",
                "/api/queues/main.lab.2026-11-23/call-next | {\"servicePoint\":\" \"}",
                "/api/queues/main.lab.2026-11-23/call-next | {\"servicePoint\":\"a\",\"queueId\":\"q2\"}",
                "/api/queues/main.lab.2026-11-23/call-next | {\"servicePoint\"",
                "/api/queues/main.lab.2026-11-23/pause | {\"why\":\"x\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/hold | {\"reason\":\"tired\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/prioritize | {\"acuity\":6,\"reason\":\"x\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/prioritize | {\"acuity\":2}",
                "/api/queues/main.lab.2026-11-23/entries/e1/leave | {\"reason\":\"\"}",
                "/api/queues/main.lab.2026-11-23/entries/e1/transfer | {\"serviceId\":\"lab\"}",
                "/api/appointments | {\"siteId\":\"main\"}",
                "/api/appointments/a1/cancel | {}",
                "/api/check-ins | {\"siteId\":\"main\"}",
                "/api/check-ins | {\"siteId\":\"main\",\"appointmentId\":\"a\",\"identifier\":{\"mrn\":\"M\"}}",
                "/api/check-ins | {\"siteId\":\"main\",\"identifier\":{\"lastName\":\"Lee\"}}",
                "/api/check-ins | {\"siteId\":\"main\",\"appointmentId\":\"a\",\"channel\":\"webhook\"}",
                "/api/check-ins | {\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"patient\":{}}}",
            })
    void whatIsMalformedIsRefusedBeforeAnyOrder(String path, String body) throws Exception {
        ask(path, body).andExpect(status().isBadRequest());
        assertThat(ordered).isEmpty();
    }

    @Test
    void aBodyBeyondTheBoundIsTooLarge() throws Exception {
        String long64k = "x".repeat(64 * 1024);
        ask("/api/queues/main.lab.2026-11-23/call-next", "{\"servicePoint\":\"" + long64k + "\"}")
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void aBookedPatientIsAssessedAndChecksIn() throws Exception {
        answer(AssessArrival.class, c -> new Arrival("p1", "main", "lab", "dr-lee", NOON, true));
        ask("/api/check-ins", "{\"siteId\":\"main\",\"appointmentId\":\"a1\"}")
                .andExpect(status().isCreated())
                .andExpect(header().string(
                                "Location",
                                "/api/check-ins/" + only(RequestCheckIn.class).visitId()))
                .andExpect(header().string("X-Event-Position", "42"));
        RequestCheckIn order = only(RequestCheckIn.class);
        assertThat(order.patientId()).isEqualTo("p1");
        assertThat(order.slot()).isEqualTo(NOON);
        assertThat(order.lookUp()).isTrue();
        assertThat(order.identification()).isNull();
        assertThat(ordered.get(1).getMetaData()).containsEntry(Facts.CORRELATION_ID, order.visitId());
    }

    @Test
    void aLatePatientLosesTheSlot() throws Exception {
        answer(AssessArrival.class, c -> new Arrival("p1", "main", "lab", "dr-lee", NOON, false));
        ask("/api/check-ins", "{\"siteId\":\"main\",\"appointmentId\":\"a1\",\"reason\":\"bus\"}");
        assertThat(only(RequestCheckIn.class).slot()).isNull();
        assertThat(ordered.get(0).getMetaData()).containsEntry(Facts.REASON, "bus");
    }

    @Test
    void severalOrdersOfOneRequestHaveKeysOfTheirOwn() throws Exception {
        web.perform(post("/api/check-ins")
                        .header("Idempotency-Key", "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"patient\":"
                                + "{\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"birthDate\":\"1980-01-02\"}}}"))
                .andExpect(status().isCreated());
        assertThat(ordered.get(0).getMetaData()).containsEntry(Facts.REPEAT_KEY, "k1#register");
        assertThat(ordered.get(1).getMetaData()).containsEntry(Facts.REPEAT_KEY, "k1");
        RequestCheckIn order = only(RequestCheckIn.class);
        assertThat(order.patientId()).isEqualTo(only(RegisterPatient.class).patientId());
        assertThat(order.lookUp()).isFalse();
    }

    @Test
    void aPatientKnownByRecordNumberIsTakenAndAnUnknownOneLookedUp() throws Exception {
        ask("/api/check-ins", "{\"siteId\":\"main\",\"identifier\":{\"mrn\":\"MRN001\"}}")
                .andExpect(status().isCreated());
        RequestCheckIn unknown = only(RequestCheckIn.class);
        assertThat(unknown.identification().mrn().get()).isEqualTo("MRN001");
        assertThat(unknown.serviceId()).isEqualTo("lab");
        when(queries.query(any(Claims.FindHolder.class), ArgumentMatchers.<ResponseType<Optional<String>>>any()))
                .thenReturn(CompletableFuture.completedFuture(Optional.of("p7")));
        ordered.clear();
        ask("/api/check-ins", "{\"siteId\":\"main\",\"identifier\":{\"mrn\":\"MRN001\"}}");
        assertThat(only(RequestCheckIn.class).patientId()).isEqualTo("p7");
        assertThat(only(RequestCheckIn.class).identification()).isNull();
    }

    @Test
    void theOpenVisitAnswersWhoComesTwice() throws Exception {
        answer(RequestCheckIn.class, c -> {
            throw new Refused.AlreadyTaken("open-visit", "v0");
        });
        ask("/api/check-ins", "{\"siteId\":\"main\",\"identifier\":{\"mrn\":\"MRN001\"}}")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"checkInId\":\"v0\",\"visitId\":\"v0\"}"))
                .andExpect(header().string("X-Event-Position", "99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "kiosk", "phone"})
    void aKioskIsOneWhateverItClaimsAndSetsNoAcuity(String claimed) {
        actor = new Actor("kiosk", Set.of("kiosk"), Set.of("main"), null);
        String body = "{\"siteId\":\"main\",\"channel\":\"" + claimed + "\",\"walkIn\":{\"serviceId\":\"lab\","
                + "\"acuity\":2,\"patient\":{\"firstName\":\"A\",\"lastName\":\"B\",\"birthDate\":\"1980-01-02\"}}}";
        assertThat(refusalOf(body)).isInstanceOf(Refused.AgainstRule.class);
        assertThat(ordered).isEmpty();
    }

    @Test
    void theDeskSetsNoAcuityEither() {
        String body = "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"acuity\":2,"
                + "\"patient\":{\"firstName\":\"A\",\"lastName\":\"B\",\"birthDate\":\"1980-01-02\"}}}";
        assertThat(refusalOf(body)).isInstanceOf(Refused.NotAllowed.class);
        assertThat(ordered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"siteId\":\"north\",\"appointmentId\":\"a1\"}",
                "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"dentist\",\"patient\":{\"patientId\":\"p1\"}}}",
                "{\"siteId\":\"main\",\"walkIn\":{\"serviceId\":\"lab\",\"patient\":{\"patientId\":\"nobody\"}}}",
                "{\"siteId\":\"main\",\"serviceId\":\"dentist\",\"identifier\":{\"mrn\":\"MRN001\"}}",
            })
    void whatDoesNotExistIsNotFound(String body) {
        assertThat(refusalOf(body)).isInstanceOf(Refused.NotFound.class);
        assertThat(ordered).isEmpty();
    }

    private Throwable refusalOf(String body) {
        try {
            ask("/api/check-ins", body);
            return null;
        } catch (Exception e) {
            return e.getCause();
        }
    }
}
