package carequeue.sandbox.stripe;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API as Stripe has it: form-encoded in, JSON out, a secret key, idempotency keys. */
@RestController
class ApiDoor {

    private static final String BASE = "/stripe/v1/";
    private static final String OWN = "sk_test_sandbox_";

    private final Provider provider;

    ApiDoor(Provider provider) {
        this.provider = provider;
    }

    @RequestMapping("/stripe/v1/**")
    ResponseEntity<String> call(HttpServletRequest http) throws IOException {
        provider.address.reachedBy(http);
        if (!key(http).startsWith("sk_") && !key(http).startsWith("rk_")) {
            return answer(new Replies.Reply(401, ApiError.key().body(), false));
        }
        String body = new String(http.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String words = "GET".equals(http.getMethod()) ? http.getQueryString() : body;
        return answer(provider.call(
                account(http),
                http.getHeader("Idempotency-Key"),
                http.getMethod(),
                http.getRequestURI().substring(BASE.length()),
                words));
    }

    private static ResponseEntity<String> answer(Replies.Reply reply) {
        var answer = ResponseEntity.status(reply.status()).contentType(MediaType.APPLICATION_JSON);
        if (reply.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.header("Stripe-Version", "2026-07-29.dahlia")
                .body(reply.body().toString());
    }

    /** The connected account that is named, else that of the key: {@code sk_test_sandbox_north} has one of its own. */
    private static String account(HttpServletRequest http) {
        String named = http.getHeader("Stripe-Account");
        String key = key(http);
        boolean own = named == null && key.startsWith(OWN);
        return own ? "acct_" + key.substring(OWN.length()).replaceAll(":$", "") : named;
    }

    private static String key(HttpServletRequest http) {
        String said = http.getHeader("Authorization");
        if (said == null) {
            return "";
        } else if (said.startsWith("Basic ")) {
            return new String(Base64.getDecoder().decode(said.substring(6)), StandardCharsets.UTF_8);
        }
        return said.replaceFirst("^Bearer ", "");
    }
}
