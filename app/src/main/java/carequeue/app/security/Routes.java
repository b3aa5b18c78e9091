package carequeue.app.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;

/** Who may call what: every route of CareQueue stands here, and what does not stand here is refused. */
public final class Routes {

    /** Nobody needs to sign in for these. */
    public static final String[] PUBLIC_PAGES = {
        "/sign-in", "/error", "/favicon.ico", "/webjars/**", "/css/**", "/js/**", "/img/**", "/fonts/**"
    };

    /** These neither know nor need a session: a secret in the link, a signature, or nothing to hide. */
    public static final String[] WITHOUT_SESSION = {
        "/webhooks/**", "/p/**", "/l/**", "/display/**", "/.well-known/jwks.json"
    };

    private static final String[] DESK = {"front-desk", "clinician", "manager"};
    private static final String[] READS_VISITS = {"front-desk", "clinician", "manager", "billing", "auditor"};
    private static final String[] STAFF = {"front-desk", "clinician", "billing", "manager", "auditor", "admin"};

    private final List<Route> all = new ArrayList<>();

    /** A route and the roles that may take it; without a role, whoever is signed in. */
    public record Route(HttpMethod method, String pattern, List<String> roles) {}

    public Routes() {
        checkIn();
        sites();
        queues();
        visitsAndPatients();
        money();
        oversight();
        pages();
    }

    private void checkIn() {
        may("POST", "/api/check-ins", "front-desk", "clinician", "manager", "kiosk");
        may("GET", "/api/check-ins/*", "front-desk", "clinician", "manager", "kiosk");
        may("GET", "/api/check-ins/*/stream", "front-desk", "clinician", "manager", "kiosk");
        may("POST", "/api/check-ins/family", "front-desk", "clinician", "manager", "kiosk");
        may("POST", "/api/check-ins/*/*", DESK);
    }

    private void sites() {
        may("GET", "/api/sites", with(STAFF, "kiosk"));
        may("GET", "/api/sites/*", with(STAFF, "kiosk"));
        may("GET", "/api/sites/*/services/*", with(STAFF, "kiosk"));
        may("GET", "/api/sites/*/providers", STAFF);
        may("GET", "/api/sites/*/policies", STAFF);
        may("GET", "/api/sites/*/policies/*", STAFF);
        may("PUT", "/api/sites/*", "admin");
        may("PUT", "/api/sites/*/services/*", "admin");
        may("PUT", "/api/sites/*/providers", "admin");
        may("PUT", "/api/sites/*/policies/*", "manager");
        may("POST", "/api/sites/*/service-points/*/sign-on", DESK);
        may("POST", "/api/sites/*/service-points/*/sign-off", DESK);
        may("POST", "/api/sites/*/providers/*/unavailable", DESK);
        may("POST", "/api/sites/*/providers/*/available", DESK);
    }

    private void queues() {
        may("POST", "/api/queues", DESK);
        may("GET", "/api/queues", with(DESK, "auditor"));
        may("GET", "/api/queues/*", with(DESK, "auditor"));
        may("GET", "/api/queues/*/stream", with(DESK, "auditor"));
        may("POST", "/api/queues/*/*", DESK);
        may("POST", "/api/queues/*/entries/*/prioritize", "clinician", "manager");
        may("POST", "/api/queues/*/entries/*/*", DESK);
    }

    private void visitsAndPatients() {
        may("GET", "/api/appointments", with(DESK, "billing"));
        may("GET", "/api/appointments/*", with(DESK, "billing"));
        may("POST", "/api/appointments", DESK);
        may("POST", "/api/appointments/*/*", DESK);
        may("GET", "/api/visits/*", READS_VISITS);
        may("GET", "/api/visits/*/timeline", READS_VISITS);
        may("POST", "/api/visits/*/*", DESK);
        may("POST", "/api/visits/*/items/*/close", with(DESK, "billing"));
        may("GET", "/api/worklist", with(DESK, "billing"));
        may("GET", "/api/worklist/appointments", with(DESK, "billing"));
        may("GET", "/api/worklist/outside", with(DESK, "billing"));
        may("GET", "/api/patients/*", DESK);
        may("POST", "/api/queries/patients", DESK);
        may("PATCH", "/api/patients/*", DESK);
        may("PUT", "/api/patients/*/preferences", DESK);
        may("PUT", "/api/patients/*/coverages", "front-desk", "billing", "manager");
        may("POST", "/api/patients/*/merge", "front-desk", "manager");
        may("POST", "/api/patients/*/unmerge", "front-desk", "manager");
        may("GET", "/api/patients/*/related-persons", DESK);
        may("POST", "/api/patients/*/related-persons", DESK);
        may("PUT", "/api/patients/*/related-persons/*", DESK);
        may("POST", "/api/patients/*/related-persons/*/end", DESK);
        may("POST", "/api/conflicts/*/resolve", "manager");
        may("POST", "/api/notifications", DESK);
        may("GET", "/api/templates", "manager", "admin");
        may("GET", "/api/templates/*/preview", "manager", "admin");
        may("GET", "/api/notifications/*/words", DESK);
        may("GET", "/api/notifications", with(DESK, "billing"));
        may("GET", "/api/notifications/*", with(DESK, "billing"));
        may("GET", "/api/eligibility-checks", "front-desk", "billing", "manager");
        may("GET", "/api/eligibility-checks/*", "front-desk", "billing", "manager");
        may("POST", "/api/eligibility-checks/*/recheck", "front-desk", "billing", "manager");
        may("POST", "/api/eligibility-checks/*/decide", "billing", "manager");
    }

    private void money() {
        may("GET", "/api/claims", "billing", "manager");
        may("GET", "/api/claims/*", "billing", "manager");
        may("GET", "/api/conflicts", "manager");
        may("GET", "/api/conflicts/*", "manager");
        may("GET", "/api/payments", "front-desk", "billing", "manager");
        may("GET", "/api/payments/*", "front-desk", "billing", "manager");
        may("GET", "/api/payments/*/receipts", "front-desk", "billing", "manager");
        may("GET", "/api/sites/*/tills", "front-desk", "billing", "manager");
        may("GET", "/api/sites/*/tills/*", "front-desk", "billing", "manager");
        may("GET", "/api/sites/*/receipts/*", "front-desk", "billing", "manager");
        may("GET", "/api/revenue", "billing", "manager");
        may("GET", "/api/patients/*/payment-methods", "front-desk", "manager");
        may("POST", "/api/patients/*/payment-methods", "front-desk", "manager");
        may("DELETE", "/api/patients/*/payment-methods/*", "front-desk", "manager");
        may("POST", "/api/payments", "front-desk", "billing", "manager");
        may("POST", "/api/payments/*/collect", "front-desk", "manager", "kiosk");
        may("POST", "/api/payments/*/retry", "front-desk", "manager", "kiosk");
        may("POST", "/api/payments/*/later", "front-desk", "manager", "kiosk");
        may("POST", "/api/payments/*/attempts/*/cancel", "front-desk", "manager", "kiosk");
        may("POST", "/api/payments/*/attempts/*/check", "front-desk", "billing", "manager");
        may("POST", "/api/payments/*/capture", "front-desk", "billing", "manager");
        may("POST", "/api/payments/*/void", "front-desk", "manager");
        may("POST", "/api/payments/*/refund", "billing", "manager");
        may("POST", "/api/payments/*/waive", "manager");
        may("POST", "/api/payments/*/write-off", "manager");
        may("POST", "/api/sites/*/tills", "front-desk", "billing", "manager");
        may("POST", "/api/sites/*/tills/*/count", "front-desk", "billing", "manager");
        may("POST", "/api/sites/*/tills/*/close", "front-desk", "billing", "manager");
        may("POST", "/api/sites/*/tills/*/reverse", "manager");
        may("GET", "/api/reconciliation", "billing", "manager");
        may("POST", "/api/reconciliation", "billing", "manager");
        may("POST", "/api/reconciliation/*/close", "billing", "manager");
        may("GET", "/api/reconciliation/claims", "billing", "manager");
        may("POST", "/api/reconciliation/claims/*/*", "billing", "manager");
        may("PUT", "/api/claims/*", "billing", "manager");
        may("POST", "/api/claims/*/*", "billing", "manager");
    }

    private void oversight() {
        may("GET", "/api/audit/**", "auditor");
        may("GET", "/api/jobs/*", "manager", "admin", "auditor");
        may("POST", "/api/jobs/*/cancel", "manager", "admin");
        may("GET", "/api/integrations/**", "manager", "admin");
        may("POST", "/api/integrations/*/sync", "manager", "admin");
        may("GET", "/api/admin/**", "admin");
        may("POST", "/api/admin/projections/*/replay", "admin");
        may("POST", "/api/admin/dead-letters/*/*", "admin");
        may("POST", "/api/admin/keys/epochs", "admin");
        may("POST", "/api/admin/keys/epochs/*/retire", "admin");
        may("GET", "/v3/api-docs/**");
        may("GET", "/swagger-ui.html");
        may("GET", "/swagger-ui/**");
        may("GET", "/actuator/**", "admin");
    }

    private void pages() {
        may("GET", "/");
        may("GET", "/board/**", with(DESK, "auditor"));
        may("GET", "/check-in/**", "front-desk", "clinician", "manager", "kiosk");
        may("GET", "/visits/**", READS_VISITS);
        may("GET", "/appointments/**", with(DESK, "billing"));
        may("GET", "/billing/claims", "billing", "manager");
        may("GET", "/billing/revenue", "billing", "manager");
        may("GET", "/billing/reconciliation", "billing", "manager");
        may("GET", "/billing/**", "front-desk", "billing", "manager");
        may("GET", "/conflicts", "manager");
        may("GET", "/audit/**", "auditor");
        may("GET", "/integrations/**", "manager", "admin");
        may("GET", "/messages/templates", "manager", "admin");
        may("GET", "/admin/**", "admin");
        may("POST", "/sign-out");
    }

    private void may(String method, String pattern, String... roles) {
        all.add(new Route(HttpMethod.valueOf(method), pattern, List.of(roles)));
    }

    private static String[] with(String[] roles, String... more) {
        String[] both = Arrays.copyOf(roles, roles.length + more.length);
        System.arraycopy(more, 0, both, roles.length, more.length);
        return both;
    }

    /** Every route for which one has to sign in; the first that fits decides. */
    public List<Route> all() {
        return List.copyOf(all);
    }
}
