package carequeue.app.web;

import carequeue.app.start.CareQueueSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A node answers only what its roles own; the gateway splits by the same rule. */
@Component
final class RoleDoors extends OncePerRequestFilter {

    private static final List<String> EVERYWHERE = List.of(
            "/actuator", "/sign-in", "/sign-out", "/error", "/webjars/", "/css/", "/js/", "/img/", "/favicon.ico");

    private final CareQueueSettings settings;
    private final ObjectMapper json;

    RoleDoors(CareQueueSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** The role that owns a call, or null where every node answers. */
    static String owner(String method, String path) {
        boolean cardsOfPatient = path.startsWith("/api/patients/") && path.contains("/payment-methods");
        boolean reconciles = path.startsWith("/api/reconciliation") && "POST".equals(method);
        boolean wordsOfMessages = path.startsWith("/l/")
                || path.startsWith("/api/templates")
                || path.equals("/api/integrations/messages")
                || path.matches("/api/notifications/[^/]+/words");
        if (EVERYWHERE.stream().anyMatch(path::startsWith)) {
            return null;
        } else if (path.startsWith("/webhooks/")
                || path.equals("/.well-known/jwks.json")
                || cardsOfPatient
                || wordsOfMessages
                || reconciles) {
            return "integration";
        } else if (path.startsWith("/api/queries/")) {
            return "query";
        }
        return "GET".equals(method) || "HEAD".equals(method) ? "query" : "command";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String owner = owner(request.getMethod(), request.getRequestURI());
        if (owner == null || settings.is(owner)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Problem.of(
                        HttpStatus.NOT_FOUND,
                        "other-role",
                        "A node with the role " + owner + " answers this; go through the gateway."));
    }
}
