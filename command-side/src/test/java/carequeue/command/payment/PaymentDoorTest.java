package carequeue.command.payment;

import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import carequeue.api.Actor;
import carequeue.api.Claims;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentState;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
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

/** What the doors of payments and tills make of a request, and of the answer. */
class PaymentDoorTest {

    private final Door door = mock(Door.class);
    private final EventStore history = mock(EventStore.class);
    private final QueryGateway queries = mock(QueryGateway.class);
    private MockMvc web;

    @BeforeEach
    void doors() {
        when(history.readEvents("pay"))
                .thenAnswer(i ->
                        DomainEventStream.of(new GenericDomainEventMessage<>("Payment", "pay", 0, Desk.requested())));
        when(queries.query(any(Claims.FindHolder.class), ArgumentMatchers.<ResponseType<Optional<String>>>any()))
                .thenReturn(CompletableFuture.completedFuture(Optional.of("till-1")));
        PaymentOutcome outcome = new PaymentOutcome("pay", PaymentState.CAPTURED, usd(0), "a1", null, false);
        when(door.send(any(), any())).thenReturn(new Outcome<>(outcome, 7));
        when(door.send(any(), any(), any(), any())).thenReturn(new Outcome<>(outcome, 7));
        web = MockMvcBuilders.standaloneSetup(
                        new PaymentDoor(door, new KnownPayments(queries, history)),
                        new NewPaymentDoor(door, Desk.sites(), Desk.CLOCK),
                        new TillDoor(door, Desk.sites(), Desk.CLOCK))
                .setCustomArgumentResolvers(new Fran())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                        .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)))
                .build();
    }

    private static final class Fran implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter p, ModelAndViewContainer m, NativeWebRequest r, WebDataBinderFactory f) {
            return new Actor("fran", Set.of("front-desk"), Set.of("main"), null);
        }
    }

    private ResultActions ask(String path, String body) throws Exception {
        return web.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }

    private Object ordered() {
        ArgumentCaptor<Object> order = ArgumentCaptor.forClass(Object.class);
        Mockito.verify(door).send(order.capture(), any());
        return order.getValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "{'amount':1000,'currency':'USD'}", "{'amount':1000}"})
    void anAmountIsMoneyOrItsNumber(String amount) throws Exception {
        ask("/api/payments/pay/collect", "{'method':'cash','amount':" + amount + ",'tendered':2000}")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"paymentId\":\"pay\",\"state\":\"captured\",\"attemptId\":\"a1\"}"));
        assertThat(ordered())
                .isEqualTo(new CollectPayment("pay", PaymentMethod.CASH, 1000L, false, 2000L, "till-1", null, null));
    }

    @Test
    void aCardNeedsNoTill() throws Exception {
        ask("/api/payments/pay/collect", "{'method':'saved-card','paymentMethodId':'pm_1'}")
                .andExpect(status().isOk());
        assertThat(ordered())
                .isEqualTo(new CollectPayment("pay", PaymentMethod.SAVED_CARD, null, false, null, null, null, "pm_1"));
    }

    @Test
    void aReasonIsNeededToTakeBackLetOffOrGiveBack() throws Exception {
        for (String order : new String[] {"void", "waive", "write-off", "refund", "later"}) {
            ask("/api/payments/pay/" + order, "{'reason':' '}").andExpect(status().isBadRequest());
        }
        ask("/api/payments/pay/refund", "{'amount':500,'reason':'twice'}").andExpect(status().isOk());
        assertThat(ordered()).isEqualTo(new RefundPayment("pay", 500L, "twice", false, "till-1"));
    }

    @Test
    void whatNobodyKnowsIsRefused() throws Exception {
        ask("/api/payments/pay/collect", "{'method':'cheque'}").andExpect(status().isBadRequest());
        ask("/api/payments/pay/collect", "{'method':'cash','cardNumber':'1'}").andExpect(status().isBadRequest());
        ask("/api/payments", "{'siteId':'main','patientId':'p1'}").andExpect(status().isBadRequest());
        ask("/api/sites/main/tills", "{'cash':{'amount':1,'currency':'dollar'}}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void anAmountByHandOrAServicesPriceIsAskedFor() throws Exception {
        ask("/api/payments", "{'siteId':'main','patientId':'p1','visitId':'v1','purpose':'self-pay','serviceId':'lab'}")
                .andExpect(status().isCreated())
                .andExpect(content().json("{\"paymentId\":\"pay\",\"state\":\"captured\"}"));
        ArgumentCaptor<Object> order = ArgumentCaptor.forClass(Object.class);
        Mockito.verify(door).send(order.capture(), any(), any(), any());
        assertThat(((RequestPayment) order.getValue()).amount()).isEqualTo(usd(6000));
    }
}
