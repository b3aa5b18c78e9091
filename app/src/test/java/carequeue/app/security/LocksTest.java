package carequeue.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller;
import carequeue.app.journey.Caller.Answer;
import carequeue.app.journey.RunningClinic;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may what, cell by cell, and nothing without a lock. */
class LocksTest extends RunningClinic {

    /** Who may take a route, as the HTTP contract says it. */
    private record Row(String method, String path, Set<String> roles) {
        static Row of(String call, String... roles) {
            return new Row(call.split(" ")[0], call.split(" ")[1], Set.of(roles));
        }
    }

    private static final String[] ALL = DemoUsers.names().toArray(String[]::new);
    private static final List<Row> TABLE = List.of(
            Row.of("POST /api/check-ins", "front-desk", "clinician", "manager", "kiosk"),
            Row.of("POST /api/check-ins/family", "front-desk", "clinician", "manager", "kiosk"),
            Row.of("GET /api/check-ins/1", "front-desk", "clinician", "manager", "kiosk"),
            Row.of("GET /api/sites", "front-desk", "clinician", "billing", "manager", "auditor", "admin", "kiosk"),
            Row.of("POST /api/queues", "front-desk", "clinician", "manager"),
            Row.of("GET /api/queues/q", "front-desk", "clinician", "manager", "auditor"),
            Row.of("GET /api/queues/q/stream", "front-desk", "clinician", "manager", "auditor"),
            Row.of("POST /api/queues/q/call-next", "front-desk", "clinician", "manager"),
            Row.of("POST /api/queues/q/entries/e/call", "front-desk", "clinician", "manager"),
            Row.of("POST /api/queues/q/entries/e/prioritize", "clinician", "manager"),
            Row.of("GET /api/appointments", "front-desk", "clinician", "manager", "billing"),
            Row.of("POST /api/appointments/a/cancel", "front-desk", "clinician", "manager"),
            Row.of("GET /api/visits/v", "front-desk", "clinician", "manager", "billing", "auditor"),
            Row.of("GET /api/visits/v/timeline", "front-desk", "clinician", "manager", "billing", "auditor"),
            Row.of("GET /api/patients/p", "front-desk", "clinician", "manager"),
            Row.of("POST /api/queries/patients", "front-desk", "clinician", "manager"),
            Row.of("PATCH /api/patients/p", "front-desk", "clinician", "manager"),
            Row.of("PUT /api/patients/p/preferences", "front-desk", "clinician", "manager"),
            Row.of("GET /api/patients/p/payment-methods", "front-desk", "manager"),
            Row.of("POST /api/patients/p/payment-methods", "front-desk", "manager"),
            Row.of("GET /api/reconciliation", "billing", "manager"),
            Row.of("POST /api/reconciliation", "billing", "manager"),
            Row.of("POST /api/reconciliation/d/close", "billing", "manager"),
            Row.of("GET /billing/reconciliation", "billing", "manager"),
            Row.of("GET /api/reconciliation/claims", "billing", "manager"),
            Row.of("POST /api/reconciliation/claims/1/close", "billing", "manager"),
            Row.of("POST /api/reconciliation/claims/1/match", "billing", "manager"),
            Row.of("DELETE /api/patients/p/payment-methods/m", "front-desk", "manager"),
            Row.of("PUT /api/patients/p/coverages", "front-desk", "billing", "manager"),
            Row.of("POST /api/patients/p/merge", "front-desk", "manager"),
            Row.of("POST /api/patients/p/unmerge", "front-desk", "manager"),
            Row.of("GET /api/patients/p/related-persons", "front-desk", "clinician", "manager"),
            Row.of("POST /api/patients/p/related-persons", "front-desk", "clinician", "manager"),
            Row.of("PUT /api/patients/p/related-persons/r", "front-desk", "clinician", "manager"),
            Row.of("POST /api/patients/p/related-persons/r/end", "front-desk", "clinician", "manager"),
            Row.of("POST /api/conflicts/c/resolve", "manager"),
            Row.of("GET /api/templates", "manager", "admin"),
            Row.of("GET /api/templates/placed/preview", "manager", "admin"),
            Row.of("GET /messages/templates", "manager", "admin"),
            Row.of("GET /api/notifications/n/words", "front-desk", "clinician", "manager"),
            Row.of("POST /api/notifications", "front-desk", "clinician", "manager"),
            Row.of("POST /api/eligibility-checks/e/recheck", "front-desk", "billing", "manager"),
            Row.of("POST /api/eligibility-checks/e/decide", "billing", "manager"),
            Row.of("GET /api/audit/events", "auditor"),
            Row.of("GET /api/audit/transformations", "auditor"),
            Row.of("GET /api/worklist/outside", "front-desk", "clinician", "manager", "billing"),
            Row.of("GET /api/audit/payments/p/as-of", "auditor"),
            Row.of("GET /api/audit/appointments/a/as-of", "auditor"),
            Row.of("GET /api/audit/queues/q/as-of", "auditor"),
            Row.of("POST /api/integrations/ehr/sync", "manager", "admin"),
            Row.of("GET /api/jobs/j", "manager", "admin", "auditor"),
            Row.of("GET /api/check-ins/1/stream", "front-desk", "clinician", "manager", "kiosk"),
            Row.of("POST /api/check-ins/1/reverse", "front-desk", "clinician", "manager"),
            Row.of("GET /api/sites/main", "front-desk", "clinician", "billing", "manager", "auditor", "admin", "kiosk"),
            Row.of("GET /api/queues", "front-desk", "clinician", "manager", "auditor"),
            Row.of("GET /api/appointments/a", "front-desk", "clinician", "manager", "billing"),
            Row.of("POST /api/appointments", "front-desk", "clinician", "manager"),
            Row.of("POST /api/visits/v/leave", "front-desk", "clinician", "manager"),
            Row.of("POST /api/visits/v/cancel", "front-desk", "clinician", "manager"),
            Row.of("POST /api/visits/v/items/i/close", "front-desk", "clinician", "manager", "billing"),
            Row.of("GET /api/worklist/appointments", "front-desk", "clinician", "manager", "billing"),
            Row.of("GET /api/worklist", "front-desk", "clinician", "manager", "billing"),
            Row.of("GET /api/integrations/health", "manager", "admin"),
            Row.of("GET /api/integrations/messages", "manager", "admin"),
            Row.of("GET /api/admin/projections", "admin"),
            Row.of("GET /api/admin/dead-letters", "admin"),
            Row.of("POST /api/admin/projections/view.board/replay", "admin"),
            Row.of("POST /api/admin/dead-letters/l/discard", "admin"),
            Row.of("GET /api/admin/keys/epochs", "admin"),
            Row.of("POST /api/admin/keys/epochs", "admin"),
            Row.of("POST /api/admin/keys/epochs/1/retire", "admin"),
            Row.of("GET /admin/projections", "admin"),
            Row.of("GET /admin/secrets", "admin"),
            Row.of("GET /audit/secrets", "auditor"),
            Row.of("GET /api/admin/secrets", "admin"),
            Row.of("GET /api/audit/secrets", "auditor"),
            Row.of("POST /api/jobs/j/cancel", "manager", "admin"),
            Row.of("GET /", ALL),
            Row.of("POST /sign-out", ALL),
            Row.of("GET /board", "front-desk", "clinician", "manager", "auditor"),
            Row.of("GET /check-in", "front-desk", "clinician", "manager", "kiosk"),
            Row.of("GET /visits/v", "front-desk", "clinician", "manager", "billing", "auditor"),
            Row.of("GET /appointments", "front-desk", "clinician", "manager", "billing"),
            Row.of("GET /conflicts", "manager"),
            Row.of("GET /audit", "auditor"),
            Row.of("GET /integrations", "manager", "admin"),
            Row.of("GET /actuator/prometheus", "admin"),
            Row.of("GET /swagger-ui/index.html", ALL),
            Row.of("GET /v3/api-docs", ALL),
            Row.of("GET /swagger-ui.html", ALL),
            Row.of("POST /api/payments", "front-desk", "billing", "manager"),
            Row.of("GET /api/claims", "billing", "manager"),
            Row.of("GET /api/claims/c", "billing", "manager"),
            Row.of("GET /billing/claims", "billing", "manager"),
            Row.of("GET /api/conflicts", "manager"),
            Row.of("GET /api/conflicts/c", "manager"),
            Row.of("GET /api/payments", "front-desk", "billing", "manager"),
            Row.of("GET /api/payments/p", "front-desk", "billing", "manager"),
            Row.of("GET /api/payments/p/receipts", "front-desk", "billing", "manager"),
            Row.of("GET /api/sites/main/tills", "front-desk", "billing", "manager"),
            Row.of("GET /api/sites/main/tills/t", "front-desk", "billing", "manager"),
            Row.of("GET /api/sites/main/receipts/1", "front-desk", "billing", "manager"),
            Row.of("GET /api/revenue", "billing", "manager"),
            Row.of("GET /api/notifications", "front-desk", "clinician", "manager", "billing"),
            Row.of("GET /api/notifications/n", "front-desk", "clinician", "manager", "billing"),
            Row.of("GET /api/eligibility-checks", "front-desk", "billing", "manager"),
            Row.of("GET /api/eligibility-checks/e", "front-desk", "billing", "manager"),
            Row.of("GET /billing", "front-desk", "billing", "manager"),
            Row.of("GET /billing/tills", "front-desk", "billing", "manager"),
            Row.of("GET /billing/revenue", "billing", "manager"),
            Row.of("POST /api/payments/p/collect", "front-desk", "manager", "kiosk"),
            Row.of("POST /api/payments/p/retry", "front-desk", "manager", "kiosk"),
            Row.of("POST /api/payments/p/later", "front-desk", "manager", "kiosk"),
            Row.of("POST /api/payments/p/attempts/a/cancel", "front-desk", "manager", "kiosk"),
            Row.of("POST /api/payments/p/attempts/a/check", "front-desk", "billing", "manager"),
            Row.of("POST /api/payments/p/capture", "front-desk", "billing", "manager"),
            Row.of("POST /api/payments/p/void", "front-desk", "manager"),
            Row.of("POST /api/payments/p/refund", "billing", "manager"),
            Row.of("POST /api/payments/p/waive", "manager"),
            Row.of("POST /api/payments/p/write-off", "manager"),
            Row.of("POST /api/sites/main/tills", "front-desk", "billing", "manager"),
            Row.of("POST /api/sites/main/tills/t/count", "front-desk", "billing", "manager"),
            Row.of("POST /api/sites/main/tills/t/close", "front-desk", "billing", "manager"),
            Row.of("POST /api/sites/main/tills/t/reverse", "manager"),
            Row.of("PUT /api/claims/c", "billing", "manager"),
            Row.of("POST /api/claims/c/submit", "billing", "manager"),
            Row.of("POST /api/claims/c/void", "billing", "manager"),
            Row.of("GET /api/nowhere"),
            Row.of("DELETE /api/queues/q"),
            Row.of("PUT /api/sites/main", "admin"),
            Row.of("PUT /api/sites/main/services/lab", "admin"),
            Row.of("PUT /api/sites/main/providers", "admin"),
            Row.of("PUT /api/sites/main/policies/calling", "manager"),
            Row.of(
                    "GET /api/sites/main/services/lab",
                    "front-desk",
                    "clinician",
                    "billing",
                    "manager",
                    "auditor",
                    "admin",
                    "kiosk"),
            Row.of(
                    "GET /api/sites/main/providers",
                    "front-desk",
                    "clinician",
                    "billing",
                    "manager",
                    "auditor",
                    "admin"),
            Row.of("GET /api/sites/main/policies", "front-desk", "clinician", "billing", "manager", "auditor", "admin"),
            Row.of(
                    "GET /api/sites/main/policies/calling",
                    "front-desk",
                    "clinician",
                    "billing",
                    "manager",
                    "auditor",
                    "admin"),
            Row.of("POST /api/sites/main/service-points/room-1/sign-on", "front-desk", "clinician", "manager"),
            Row.of("POST /api/sites/main/service-points/room-1/sign-off", "front-desk", "clinician", "manager"),
            Row.of("POST /api/sites/main/providers/dr-lee/unavailable", "front-desk", "clinician", "manager"),
            Row.of("POST /api/sites/main/providers/dr-lee/available", "front-desk", "clinician", "manager"),
            Row.of("DELETE /api/sites/main"),
            Row.of("GET /fhir/metadata"));

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private Filter locks;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping doors;

    @Test
    void everyRoleMayWhatTheContractSaysAndNothingElse() throws Exception {
        for (Row row : TABLE) {
            Set<String> let = new TreeSet<>();
            for (String role : DemoUsers.names()) {
                if (passes(row, role)) {
                    let.add(role);
                }
            }
            assertThat(let).as(row.method() + " " + row.path()).isEqualTo(new TreeSet<>(row.roles()));
        }
    }

    @Test
    void everyRouteIsInTheTableAbove() {
        assertThat(new Routes().all())
                .allSatisfy(route -> assertThat(TABLE)
                        .anyMatch(row ->
                                PATHS.matcher(route.method(), route.pattern()).matches(request(row))));
    }

    private boolean passes(Row row, String role) throws Exception {
        MockHttpServletRequest request = request(row);
        request.addHeader("Authorization", Caller.basic(role, PASSWORD));
        MockFilterChain beyond = new MockFilterChain();
        locks.doFilter(request, new MockHttpServletResponse(), beyond);
        return beyond.getRequest() != null;
    }

    private static MockHttpServletRequest request(Row row) {
        MockHttpServletRequest request = new MockHttpServletRequest(row.method(), row.path());
        request.setServletPath(row.path());
        return request;
    }

    @Test
    void everyDoorStandsInTheTable() {
        Set<String> listed = new Routes()
                .all().stream().map(r -> r.method() + " " + r.pattern()).collect(Collectors.toSet());
        List<String> unlisted = new ArrayList<>();
        for (RequestMappingInfo door : doors.getHandlerMethods().keySet()) {
            for (String path : door.getPatternValues()) {
                door.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + path.replaceAll("\\{[^}]+}", "*"))
                        .filter(call -> !listed(listed, call))
                        .forEach(unlisted::add);
            }
        }
        assertThat(unlisted).as("doors that Routes does not name").isEmpty();
    }

    private static boolean listed(Set<String> listed, String call) {
        String path = call.split(" ")[1];
        boolean open = Stream.of(Routes.PUBLIC_PAGES, Routes.WITHOUT_SESSION)
                .flatMap(Stream::of)
                .anyMatch(p -> path.startsWith(p.replace("/**", "/")));
        return open
                || listed.stream()
                        .anyMatch(l -> l.equals(call)
                                || l.endsWith("/**") && call.startsWith(l.substring(0, l.length() - 3))
                                || call.matches(l.replace("*", "[^/]+")));
    }

    @Test
    void withoutSignInNothingButTheOpenDoorsAnswers() {
        Caller nobody = Caller.nobody(origin());
        for (String path : List.of("/api/sites", "/v3/api-docs", "/swagger-ui.html", "/fhir/metadata", "/nowhere")) {
            Answer answer = nobody.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(path).isNull();
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(nobody.get("/sign-in").status()).isEqualTo(200);
        assertThat(nobody.get("/.well-known/jwks.json").text()).isEqualTo("{\"keys\":[]}");
        assertThat(nobody.get("/", "Accept", "text/html").header("Location")).endsWith("/sign-in");
        Caller operations = Caller.nobody(operations());
        assertThat(operations.get("/actuator/health/readiness").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(operations.get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void everyAnswerTellsTheBrowserToBeStrict() {
        for (String path : List.of("/sign-in", "/api/sites")) {
            Answer answer = Caller.nobody(origin()).get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }
}
