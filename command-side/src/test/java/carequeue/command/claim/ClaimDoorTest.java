package carequeue.command.claim;

import static carequeue.command.claim.Office.NPI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import carequeue.api.Actor;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.servlet.ServletException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What the doors of claims make of a request, and of the answer. */
class ClaimDoorTest {

    private static final String CONTENT = """
            {'diagnoses': ['J06.9'], 'placeOfService': '11', 'billingNpi': '%s', 'lines': [{'procedure': '99213',
             'modifiers': ['25'], 'diagnosisPointers': [1], 'charge': {'amount': 12000, 'currency': 'USD'}, 'units': 1,
             'day': '2026-11-23'}]}""".formatted(NPI);

    private final Door door = mock(Door.class);
    private final EventStore history = mock(EventStore.class);
    private MockMvc web;

    @BeforeEach
    void doors() {
        ClaimDrafted drafted = new ClaimDrafted(
                "cl",
                "main",
                "p1",
                "v1",
                Office.DAY,
                Office.PRIMARY,
                List.of(),
                null,
                ClaimContent.NONE,
                List.of(),
                Office.POLICY,
                Office.NOON,
                Office.NOON,
                Office.NOON);
        when(history.readEvents("cl"))
                .thenAnswer(i -> DomainEventStream.of(new GenericDomainEventMessage<>("Claim", "cl", 0, drafted)));
        when(history.readEvents("none")).thenAnswer(i -> DomainEventStream.empty());
        ClaimOutcome outcome = new ClaimOutcome("cl", ClaimState.DRAFTED, 0, List.of("/lines"));
        when(door.send(any(), any(), any(), any())).thenReturn(new Outcome<>(outcome, 7));
        web = MockMvcBuilders.standaloneSetup(new ClaimDoor(door, new KnownClaims(history), Office.sites()))
                .setCustomArgumentResolvers(new Bill())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                        .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)))
                .build();
    }

    private static final class Bill implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter p, ModelAndViewContainer m, NativeWebRequest r, WebDataBinderFactory f) {
            return new Actor("bill", Set.of("billing"), Set.of("main"), null);
        }
    }

    private ResultActions ask(MockHttpServletRequestBuilder call, String body) throws Exception {
        return web.perform(call.contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }

    private Object ordered() {
        ArgumentCaptor<Object> order = ArgumentCaptor.forClass(Object.class);
        verify(door).send(order.capture(), any(), any(), any());
        return order.getValue();
    }

    @Test
    void whatIsTypedIsPassedOnAsItIsAndWhatIsMissingIsAnswered() throws Exception {
        ask(put("/api/claims/cl"), CONTENT)
                .andExpect(status().isOk())
                .andExpect(content().json("{\"claimId\":\"cl\",\"state\":\"drafted\",\"missing\":[\"/lines\"]}"));
        ClaimLine line = new ClaimLine(
                Phi.of("99213"), Phi.of(List.of("25")), List.of(1), Office.usd(12000), 1, LocalDate.of(2026, 11, 23));
        ClaimContent content = new ClaimContent(Phi.of(List.of("J06.9")), List.of(line), "11", NPI, null);
        assertThat(ordered()).isEqualTo(new TypeClaim("cl", "p1", content, null, ContentSource.BILLING));
    }

    @Test
    void whatIsNotTypedIsNotMadeUp() throws Exception {
        ask(put("/api/claims/cl"), "{'diagnoses': [], 'billingNpi': ' ', 'lines': [{}]}")
                .andExpect(status().isOk());
        ClaimLine nothing = new ClaimLine(null, null, List.of(), null, null, null);
        assertThat(((TypeClaim) ordered()).content())
                .isEqualTo(new ClaimContent(null, List.of(nothing), null, null, null));
    }

    @Test
    void malformedOrdersAreRefused() throws Exception {
        ask(put("/api/claims/cl"), "{'diagnosis': ['J06.9']}").andExpect(status().isBadRequest());
        ask(put("/api/claims/cl"), "{'diagnoses': ['']}").andExpect(status().isBadRequest());
        ask(put("/api/claims/cl"), "{'lines': [{'charge': {'amount': 1, 'currency': 'dollar'}}]}")
                .andExpect(status().isBadRequest());
        for (String order : List.of("correct", "void", "close")) {
            ask(post("/api/claims/cl/" + order), "{'reason': ' '}").andExpect(status().isBadRequest());
        }
        verify(door, never()).send(any(), any(), any(), any());
    }

    @Test
    void theSitesPolicyGoesWithTheOrder() throws Exception {
        web.perform(post("/api/claims/cl/submit")).andExpect(status().isOk());
        assertThat(ordered()).isEqualTo(new SubmitClaim("cl", null, Office.POLICY));
    }

    @Test
    void aLateSubmissionSaysWhy() throws Exception {
        ask(post("/api/claims/cl/submit"), "{'lateReason': 'found late'}").andExpect(status().isOk());
        assertThat(ordered()).isEqualTo(new SubmitClaim("cl", "found late", Office.POLICY));
    }

    @Test
    void anEndSaysWhy() throws Exception {
        ask(post("/api/claims/cl/void"), "{'reason': 'twice'}").andExpect(status().isOk());
        assertThat(ordered()).isEqualTo(new VoidClaim("cl", "twice", Office.POLICY));
    }

    @Test
    void aClaimThatThereIsNotIsNotFound() {
        assertThatThrownBy(() -> web.perform(post("/api/claims/none/status")))
                .isInstanceOf(ServletException.class)
                .hasRootCauseInstanceOf(Refused.NotFound.class);
    }
}
