package carequeue.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** A card number is stopped before any door: in a body, a key or an address; the field is named, the number is not. */
class NoCardNumbersTest {

    private static final String CARD = "4242 4242 4242 4242";

    private final AtomicReference<Exception> refused = new AtomicReference<>();
    private final NoCardNumbers filter = new NoCardNumbers((request, response, handler, e) -> {
        refused.set(e);
        return new ModelAndView();
    });

    private boolean passes(MockHttpServletRequest request) throws Exception {
        MockFilterChain door = new MockFilterChain();
        new Bodies()
                .doFilter(
                        request, new MockHttpServletResponse(), (read, answer) -> filter.doFilter(read, answer, door));
        return door.getRequest() != null;
    }

    private static MockHttpServletRequest post(String path, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'reason':'CARD'};/reason",
                "{'walkIn':{'patient':{'phone':'CARD'}}};/walkIn/patient/phone",
                "{'shares':[{'visitId':'v'},{'visitId':'a CARD b'}]};/shares/1/visitId",
                "{'cardNumber':4242424242424242};/cardNumber",
                "{'CARD':'x'};''"
            })
    void aBodyWithOneIsRefusedNamingTheField(String body, String pointer) throws Exception {
        String json = body.replace('\'', '"').replace("CARD", CARD);
        assertThat(passes(post("/api/payments", json))).isFalse();
        assertThat(refused.get()).isInstanceOfSatisfying(Refused.BadField.class, e -> {
            assertThat(e.fields().get(0).pointer()).isEqualTo(pointer);
            assertThat(e.getMessage()).doesNotContain("4242");
        });
    }

    @Test
    void aKeyOrAnAddressWithOneIsRefused() throws Exception {
        MockHttpServletRequest key = post("/api/payments", "{}");
        key.addHeader(Door.KEY, CARD);
        assertThat(passes(key)).isFalse();
        assertThat(passes(post("/api/payments/4242%204242%204242%204242/collect", "{}")))
                .isFalse();
        assertThat(refused.get().getMessage()).doesNotContain("4242");
    }

    @Test
    void anythingElsePassesWithItsBodyWhole() throws Exception {
        assertThat(passes(post("/api/payments", "{\"reason\":\"call +1 555 010 0199\"}")))
                .isTrue();
        assertThat(passes(post("/api/payments", "this is no JSON"))).isTrue();
        assertThat(refused.get()).isNull();
    }
}
