package carequeue.adapter.payer.fhir;

import carequeue.adapter.payer.OpenQuestions;
import carequeue.adapter.payer.Partner;
import carequeue.adapter.payer.Partner.Answer;
import carequeue.adapter.payer.PayerBench;
import carequeue.adapter.payer.PayerLine.Form;
import carequeue.adapter.payer.PayerLine.Kind;
import carequeue.store.TestPostgres;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A FHIR payer of a test, and what its partner says. */
abstract class FhirPayerStage {

    static final DataSource DATABASE = TestPostgres.fresh();
    static final String FHIR = "application/fhir+json";
    static final String OFFERS_SUBMIT = """
        {"resourceType": "CapabilityStatement", "status": "active", "date": "2026-01-01", "kind": "instance",
         "fhirVersion": "4.0.1", "format": ["json"], "rest": [{"mode": "server", "resource": [
          {"type": "CoverageEligibilityRequest", "operation": [{"name": "submit", "definition": "http://x"}]}]}]}\
        """;

    final PayerBench bench = new PayerBench();

    FhirPayer payer(Partner partner) {
        return payer(partner, "Key abc", null);
    }

    FhirPayer payer(Partner partner, String key, String tokenUrl) {
        var open = new OpenQuestions(
                JdbcClient.create(DATABASE), new TransactionTemplate(new DataSourceTransactionManager(DATABASE)));
        return new FhirPayer(
                "payer",
                PayerBench.line(partner.url() + "/fhir", Kind.FHIR, Form.X12, key, tokenUrl),
                bench.settings,
                bench.guards,
                open,
                Clock.systemUTC());
    }

    static Partner submitting(String body) {
        return new Partner(call -> new Answer(200, FHIR, call.path().contains("metadata") ? OFFERS_SUBMIT : body));
    }

    static String response(String inside) {
        return "{\"resourceType\": \"CoverageEligibilityResponse\", \"status\": \"active\", \"purpose\":"
                + " [\"benefits\"],\"patient\": {\"reference\": \"Patient/1\"}, \"created\": \"2026-11-23\",\"request\":"
                + " {\"reference\": \"CoverageEligibilityRequest/17\"},\"insurer\": {\"reference\":"
                + " \"Organization/2\"}, " + inside + "}";
    }

    /** As in the specification's example E2502 (hl7.org/fhir/R4, coverageeligibilityresponse-example-benefits-2). */
    static final String E2502 = """
        "outcome": "complete", "disposition": "Policy is currently in-force.",
        "insurance": [{"coverage": {"reference": "#coverage-1"}, "inforce": true, "item": [
         {"category": {"coding": [{"code": "30"}]}, "network": {"coding": [{"code": "in"}]},
          "unit": {"coding": [{"code": "individual"}]}, "term": {"coding": [{"code": "annual"}]}, "benefit": [
           {"type": {"coding": [{"code": "benefit"}]}, "allowedMoney": {"value": 500000, "currency": "USD"},
            "usedMoney": {"value": 3748.00, "currency": "USD"}},
           {"type": {"coding": [{"code": "copay-maximum"}]}, "allowedMoney": {"value": 100, "currency": "USD"}},
           {"type": {"coding": [{"code": "copay-percent"}]}, "allowedUnsignedInt": 20}]},
         {"category": {"coding": [{"code": "F6"}]}, "excluded": true, "name": "Vision"}]}]\
        """;
}
