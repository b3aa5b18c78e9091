package carequeue.adapter.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A door for an outside system sees the body byte by byte, as often as it likes, and never more than a megabyte. */
class RawBodiesTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private HttpServletRequest through(byte[] body, String type) throws Exception {
        var request = new MockHttpServletRequest("POST", "/webhooks/test");
        request.setContent(body);
        request.setContentType(type);
        request.setParameter("asked", "in the address");
        var chain = new MockFilterChain();
        new RawBodies().doFilter(request, response, chain);
        return (HttpServletRequest) chain.getRequest();
    }

    /** As it comes in chunks. */
    private HttpServletRequest ofUnknownLength(byte[] body) throws Exception {
        var request = new MockHttpServletRequest("POST", "/webhooks/test") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContent(body);
        var chain = new MockFilterChain();
        new RawBodies().doFilter(request, response, chain);
        return (HttpServletRequest) chain.getRequest();
    }

    @Test
    void aFormCanBeReadAsAFormAndAsItsBytes() throws Exception {
        byte[] body = "Body=a%20b+c&To=%2B1555&To=%2B1666&Empty&%zz=1".getBytes(StandardCharsets.UTF_8);
        HttpServletRequest request = through(body, "application/x-www-form-urlencoded; charset=UTF-8");
        assertThat(request.getParameter("Body")).isEqualTo("a b c");
        assertThat(request.getParameterValues("To")).containsExactly("+1555", "+1666");
        assertThat(Collections.list(request.getParameterNames())).contains("asked", "Empty", "%zz");
        assertThat(RawBodies.of(request)).isEqualTo(body);
        assertThat(request.getInputStream().readAllBytes()).isEqualTo(body);
        assertThat(request.getReader().readLine()).startsWith("Body=a%20b");
    }

    @Test
    void whatIsNoFormIsNotTakenForOne() throws Exception {
        HttpServletRequest request = through("a=b".getBytes(StandardCharsets.UTF_8), "application/json");
        assertThat(request.getParameter("a")).isNull();
        assertThat(request.getParameter("asked")).isEqualTo("in the address");
    }

    @Test
    void aMegabyteIsTakenAndAByteMoreIsNot() throws Exception {
        assertThat(through(new byte[RawBodies.MOST], "application/json")).isNotNull();
        assertThat(through(new byte[RawBodies.MOST + 1], "application/json")).isNull();
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(ofUnknownLength(new byte[RawBodies.MOST + 1])).isNull();
        assertThat(ofUnknownLength(new byte[RawBodies.MOST])).isNotNull();
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void secretsAreComparedWhole() {
        assertThat(SharedSecret.same("s3cret", "s3cret")).isTrue();
        assertThat(SharedSecret.same("s3cre", "s3cret")).isFalse();
        assertThat(SharedSecret.same(null, "s3cret")).isFalse();
        assertThat(SharedSecret.same("", "")).isFalse();
        assertThat(SharedSecret.same(null, null)).isFalse();
    }
}
