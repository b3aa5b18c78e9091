package carequeue.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.start.CareQueueSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RoleDoorsTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /webhooks/ehr/main, integration",
        "GET, /l/code, integration",
        "GET, /api/integrations/messages, integration",
        "GET, /api/templates/placed/preview, integration",
        "GET, /api/notifications/n1/words, integration",
        "GET, /api/notifications/n1, query",
        "GET, /messages/templates, query",
        "GET, /api/integrations/health, query",
        "GET, /.well-known/jwks.json, integration",
        "GET, /api/patients/p/payment-methods, integration",
        "DELETE, /api/patients/p/payment-methods/m, integration",
        "GET, /api/reconciliation, query",
        "POST, /api/reconciliation, integration",
        "POST, /api/reconciliation/d/close, integration",
        "POST, /api/queries/patients, query",
        "GET, /api/queues/q, query",
        "GET, /, query",
        "HEAD, /board, query",
        "POST, /api/check-ins, command",
        "PUT, /api/sites/main, command",
        "POST, /p/token/leave, command",
        "GET, /sign-in,",
        "POST, /sign-in,",
        "GET, /css/sign-in.css,",
        "GET, /webjars/htmx.org/2.0.10/dist/htmx.min.js,"
    })
    void aCallBelongsToOneRole(String method, String path, String owner) {
        assertThat(RoleDoors.owner(method, path)).isEqualTo(owner);
    }

    @Test
    void aNodeAnswersOnlyWhatItsRolesOwn() throws Exception {
        assertThat(answer("query", "GET", "/api/queues/q")).isEqualTo(200);
        assertThat(answer("query", "POST", "/api/check-ins")).isEqualTo(404);
        assertThat(answer("command", "POST", "/sign-in")).isEqualTo(200);
    }

    private static int answer(String role, String method, String path) throws Exception {
        CareQueueSettings settings = new CareQueueSettings(null, Set.of(role), null, null, null, null, null);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RoleDoors(settings, new ObjectMapper())
                .doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
        return response.getStatus();
    }
}
