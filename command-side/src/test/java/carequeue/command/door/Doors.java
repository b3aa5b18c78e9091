package carequeue.command.door;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import carequeue.api.Actor;
import carequeue.api.Claims;
import carequeue.api.Position;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointmentsOf;
import carequeue.api.patient.KinCommand.AssessPatient;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientQuery.Alike;
import carequeue.api.patient.PatientQuery.FindAlike;
import carequeue.api.patient.Standing;
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

/** The doors of the command side with nothing behind them but a list of orders. */
abstract class Doors {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    final List<CommandMessage<?>> ordered = new ArrayList<>();
    final QueryGateway queries = mock(QueryGateway.class);
    final EventStore history = mock(EventStore.class);
    Actor actor = new Actor("fran", Set.of("front-desk"), Set.of("main"), "hash");
    boolean deceased;
    List<String> alike = List.of();
    List<AppointmentView> booked = List.of();
    MockMvc web;

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
        Object registrations = make("journey.Registrations", door, queries, records);
        Object appointments = make("journey.Appointments", door, clock);
        Object due = make("journey.DueAppointments", patients, records, queries, clock);
        Object comings = make("journey.Comings", patients, registrations, comers, appointments, due, sites());
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
        answer(AssessPatient.class, c -> new Standing(c.patientId(), "main", deceased, null, null, null, List.of()));
        when(queries.query(any(FindAlike.class), ArgumentMatchers.<Class<Alike>>any()))
                .thenAnswer(call -> CompletableFuture.completedFuture(new Alike(alike, alike)));
        when(queries.query(any(FindAppointmentsOf.class), ArgumentMatchers.<Class<Appointments>>any()))
                .thenAnswer(call -> CompletableFuture.completedFuture(new Appointments(booked, null)));
    }

    static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
    }

    /** Doors are of their rooms only; a test of all of them lets itself in. */
    static Object make(String name, Object... parts) throws Exception {
        Constructor<?> constructor =
                Class.forName(CommandSide.class.getPackageName() + "." + name).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(parts);
    }

    static Sites sites() {
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

    final class WhoAsks implements HandlerMethodArgumentResolver {
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

    <C> void answer(Class<C> command, Function<C, Object> answer) {
        bus.subscribe(command.getName(), message -> {
            ordered.add(message);
            Position position = new Position();
            position.advanceTo(42);
            return new GenericCommandResultMessage<>(
                    answer.apply(command.cast(message.getPayload())), Map.of(Position.KEY, position));
        });
    }

    ResultActions ask(String path, String body) throws Exception {
        return web.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    <C> C only(Class<C> type) {
        return ordered.stream()
                .map(CommandMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    Throwable refusalOf(String body) {
        try {
            ask("/api/check-ins", body);
            return null;
        } catch (Exception e) {
            return e.getCause();
        }
    }
}
