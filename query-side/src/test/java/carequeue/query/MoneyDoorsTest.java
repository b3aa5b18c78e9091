package carequeue.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Money, insurance and messages as the doors of the query side show them. */
class MoneyDoorsTest extends SomeMoney {

    private static JsonNode now(String path) throws Exception {
        return json(path + (path.contains("?") ? "&" : "?") + "after=" + clinic.head());
    }

    @Test
    void aPaymentHasItsShapeAndItsTag() throws Exception {
        HttpResponse<String> answer = get("/api/payments/m1?after=" + clinic.head());
        JsonNode payment = JSON.readTree(answer.body());
        assertThat(payment.get("state").asText()).isEqualTo("part-refunded");
        assertThat(payment.get("purpose").asText()).isEqualTo("co-pay");
        assertThat(payment.get("visitId").asText()).isEqualTo("v1");
        assertThat(payment.get("amount").toString()).isEqualTo("{\"amount\":2500,\"currency\":\"USD\"}");
        assertThat(payment.at("/captured/amount").asLong()).isEqualTo(2500);
        assertThat(payment.at("/refunded/amount").asLong()).isEqualTo(500);
        assertThat(payment.at("/patient/name").asText()).isEqualTo("Smith, Jane");
        assertThat(payment.get("attempts"))
                .extracting(a -> a.get("method").asText() + " "
                        + a.get("outcome").asText() + " " + a.get("providerId").asText())
                .containsExactly("terminal captured pi_1", "cash captured null");
        assertThat(payment.at("/attempts/0").has("at")).isTrue();
        HttpRequest again = request("/api/payments/m1")
                .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void paymentsAreFoundByVisitStateAndPage() throws Exception {
        assertThat(now("/api/payments?visitId=v3").at("/items/0/paymentId").asText())
                .as("a visit that only has a share")
                .isEqualTo("m2");
        assertThat(now("/api/payments?siteId=main&state=held,captured").get("items"))
                .extracting(p -> p.get("paymentId").asText())
                .containsExactly("m3", "m2");
        JsonNode first = now("/api/payments?limit=2");
        assertThat(first.get("items"))
                .extracting(p -> p.get("paymentId").asText())
                .containsExactly("m3", "m2");
        JsonNode second =
                now("/api/payments?limit=2&cursor=" + first.get("nextCursor").asText());
        assertThat(second.get("items"))
                .extracting(p -> p.get("paymentId").asText())
                .containsExactly("m1");
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(now("/api/payments?date=2020-01-01").get("items")).isEmpty();
        for (String wrong : new String[] {"state=nothing", "cursor=%21", "date=%2B999999999-12-31", "limit=x"}) {
            assertThat(get("/api/payments?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void tillsAndReceiptsAreSeen() throws Exception {
        JsonNode till = now("/api/sites/main/tills").at("/items/0");
        assertThat(till.get("state").asText()).isEqualTo("open");
        assertThat(till.at("/expected/amount").asLong()).isEqualTo(11000);
        assertThat(till.at("/entries/0/paymentId").asText()).isEqualTo("m1");
        assertThat(now("/api/sites/main/tills/till-1")).isEqualTo(till);
        assertThat(now("/api/payments/m1/receipts").at("/items/0/number").asLong())
                .isEqualTo(1);
        assertThat(now("/api/sites/main/receipts/1").at("/amount/amount").asLong())
                .isEqualTo(1000);
        assertThat(get("/api/sites/main/receipts/2").statusCode()).isEqualTo(404);
    }

    @Test
    void revenueAddsUpToWhatThePaymentsSay() throws Exception {
        String days = "from=" + TODAY + "&to=" + TODAY;
        long net = 2500 - 500 + 1001 + 9000;
        for (String by : new String[] {"day", "site", "service", "purpose", "method", "payer", "provider", "user"}) {
            JsonNode revenue = now("/api/revenue?" + days + "&groupBy=" + by);
            assertThat(revenue.at("/totals/0/net/amount").asLong()).as(by).isEqualTo(net);
            long sum = 0;
            for (JsonNode line : revenue.get("items")) {
                sum += line.at("/net/amount").asLong();
            }
            assertThat(sum).as(by).isEqualTo(net);
        }
        JsonNode methods = now("/api/revenue?" + days + "&groupBy=method").get("items");
        assertThat(methods)
                .extracting(
                        l -> l.get("key").asText() + " " + l.at("/collected/amount") + " " + l.at("/givenBack/amount"))
                .containsExactly("cash 2001 0", "payer 9000 0", "terminal 1500 500");
        JsonNode payers = now("/api/revenue?" + days + "&groupBy=payer").get("items");
        assertThat(payers)
                .extracting(l -> l.get("key").asText() + " " + l.at("/net/amount"))
                .containsExactly("Sample Health 11000", "null 1001");
        assertThat(now("/api/revenue?" + days + "&groupBy=purpose").get("missed"))
                .extracting(l -> l.get("key").asText() + " " + l.get("kind").asText() + " "
                        + l.get("count").asInt() + " " + l.at("/amount/amount").asText())
                .containsExactly("co-pay waived 1 700", "null no-show 1 ", "null walk-out 1 ");
        assertThat(get("/api/revenue?groupBy=day").statusCode()).isEqualTo(400);
        assertThat(get("/api/revenue?from=2026-02-02&to=2026-02-01").statusCode())
                .isEqualTo(400);
    }

    @Test
    void checksAreAWorklist() throws Exception {
        JsonNode checks =
                now("/api/eligibility-checks?state=patient-must-correct").get("items");
        assertThat(checks).hasSize(1);
        JsonNode check = checks.get(0);
        assertThat(check.get("checkId").asText()).isEqualTo("c1");
        assertThat(check.get("handedOver").asBoolean()).isTrue();
        assertThat(check.get("codes").toString()).isEqualTo("[\"AAA03:75\"]");
        assertThat(check.get("patientName").asText()).isEqualTo("Smith, Jane");
        assertThat(now("/api/eligibility-checks?handedOver=true").get("items")).hasSize(1);
        assertThat(now("/api/eligibility-checks?visitId=v1").get("items")).hasSize(2);
        assertThat(now("/api/eligibility-checks/c2").get("state").asText()).isEqualTo("requested");
    }

    @Test
    void messagesAreSeenWithoutTheAddress() throws Exception {
        HttpResponse<String> answer = get("/api/notifications?visitId=v1&after=" + clinic.head());
        JsonNode message = JSON.readTree(answer.body()).at("/items/0");
        assertThat(message.get("state").asText()).isEqualTo("undelivered");
        assertThat(message.at("/attempts/0/channel").asText()).isEqualTo("sms");
        assertThat(message.at("/attempts/0/status").asText()).isEqualTo("undelivered");
        assertThat(answer.body()).doesNotContain("5550102030");
        assertThat(now("/api/notifications/n1")).isEqualTo(message);
        assertThat(now("/api/notifications?visitId=v1&state=sent").get("items")).isEmpty();
    }

    @Test
    void aClaimIsAWorklistAndItsCodesAreSealed() throws Exception {
        JsonNode claim = now("/api/claims?handedOver=true").at("/items/0");
        assertThat(claim.get("claimId").asText()).isEqualTo("b1");
        assertThat(claim.get("state").asText()).isEqualTo("adjudicated");
        assertThat(claim.get("worry").asText()).isEqualTo("paid-otherwise");
        assertThat(claim.get("diagnoses").toString()).isEqualTo("[\"J06.9\"]");
        assertThat(claim.at("/lines/0/procedure").asText()).isEqualTo("99213");
        assertThat(claim.at("/remitted/amount").asLong()).isEqualTo(9000);
        assertThat(claim.at("/payer/name").asText()).isEqualTo("Sample Health");
        assertThat(now("/api/claims/b1")).isEqualTo(claim);
        assertThat(now("/api/claims?state=drafted").get("items")).isEmpty();
        String row = clinic.bean(JdbcTemplate.class)
                .queryForObject("select codes || convert_from(card, 'UTF8') from claim_card", String.class);
        assertThat(row).startsWith("s1.").doesNotContain("J06", "99213");
        assertThat(get("/billing/claims").body()).contains("Smith, Jane", "Sample Health");
    }

    @Test
    void aConflictIsSeenWithBothValuesAndIsSealedInItsRow() throws Exception {
        JsonNode conflict = now("/api/conflicts?state=open").at("/items/0");
        assertThat(conflict.at("/ours/value").asText()).isEqualTo("+15550102030");
        assertThat(conflict.at("/theirs/system").asText()).isEqualTo("ehr");
        assertThat(conflict.get("decision").isNull()).isTrue();
        assertThat(now("/api/conflicts/d1")).isEqualTo(conflict);
        assertThat(now("/api/conflicts?state=resolved").get("items")).isEmpty();
        String row = clinic.bean(JdbcTemplate.class)
                .queryForObject("select said || convert_from(card, 'UTF8') from conflict_card", String.class);
        assertThat(row).startsWith("s1.").doesNotContain("5550102030", "5550109999");
    }

    @Test
    void thePageOfConflictsShowsBothValuesAndTakesADecision() throws Exception {
        String page = get("/conflicts?after=" + clinic.head()).body();
        assertThat(page).contains("+15550102030", "5550109999", "data-api=\"/api/conflicts/d1/resolve\"");
    }

    @Test
    void thePastIsTheLiveFoldUpToThen() throws Exception {
        Instant later = Instant.now().plusSeconds(60);
        JsonNode past = now("/api/audit/payments/m1/as-of?at=" + later);
        JsonNode live = now("/api/payments/m1");
        live.properties().forEach(f -> assertThat(past.get(f.getKey())).isEqualTo(f.getValue()));
        assertThat(past.get("position").asLong()).isPositive();
        JsonNode events = now("/api/audit/events?entity=m1").get("items");
        long first = events.get(events.size() - 1).get("position").asLong();
        JsonNode begun = now("/api/audit/payments/m1/as-of?position=" + first);
        assertThat(begun.get("state").asText()).isEqualTo("requested");
        assertThat(begun.get("attempts")).isEmpty();
        assertThat(get("/api/audit/payments/m1/as-of?position=" + (first - 1)).statusCode())
                .isEqualTo(404);
        JsonNode appointment = now("/api/audit/appointments/a1/as-of?at=" + later);
        assertThat(appointment.get("status").asText()).isEqualTo("arrived");
        assertThat(appointment.at("/patient/mrn").asText()).isEqualTo("MRN000001");
        assertThat(get("/api/audit/appointments/a1/as-of").statusCode()).isEqualTo(400);
    }

    @Test
    void nobodySeesTheMoneyOfAnotherSite() throws Exception {
        String head = "after=" + clinic.head();
        for (String path : new String[] {
            "/api/payments/m1",
            "/api/payments/m1/receipts",
            "/api/payments?siteId=main",
            "/api/sites/main/tills",
            "/api/sites/main/tills/till-1",
            "/api/sites/main/receipts/1",
            "/api/sites/other/tills/till-1",
            "/api/revenue?siteId=main&from=" + TODAY + "&to=" + TODAY,
            "/api/eligibility-checks/c1",
            "/api/eligibility-checks?siteId=main",
            "/api/notifications/n1",
            "/api/notifications?siteId=main",
            "/api/claims/b1",
            "/api/claims?siteId=main",
            "/api/conflicts/d1",
            "/api/conflicts?siteId=main",
            "/api/audit/payments/m1/as-of?position=99999",
            "/api/audit/appointments/a1/as-of?position=99999"
        }) {
            assertThat(fromOther(path + (path.contains("?") ? "&" : "?") + head).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : new String[] {
            "/api/payments", "/api/eligibility-checks", "/api/notifications?visitId=v1", "/api/conflicts", "/api/claims"
        }) {
            assertThat(JSON.readTree(fromOther(path).body()).get("items"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(JSON.readTree(fromOther("/api/revenue?from=" + TODAY + "&to=" + TODAY)
                                .body())
                        .get("items"))
                .isEmpty();
    }

    private static HttpResponse<String> fromOther(String path) throws Exception {
        return HTTP.send(request(path).header("X-Site", "other").build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theTimelineSaysTheSums() throws Exception {
        assertThat(now("/api/visits/v1/timeline").get("items"))
                .extracting(s -> s.get("text").asText())
                .contains(
                        "25.00 USD was asked for (co-pay).",
                        "10.00 USD was taken in cash.",
                        "A refund of 5.00 USD was ordered (card at the desk).",
                        "The payer on the primary insurance: the patient must correct something; somebody has to see"
                                + " to it.",
                        "Receipt 1 was written over 10.00 USD.");
    }

    @Test
    void theBillingPageShowsWhatIsOwedInBothLanguages() throws Exception {
        for (String language : new String[] {"en", "es"}) {
            for (String path : new String[] {
                "/billing?show=all",
                "/billing?show=held",
                "/billing/eligibility",
                "/billing/claims?show=all",
                "/billing/tills",
                "/billing/revenue?groupBy=payer"
            }) {
                HttpRequest page = request(path)
                        .header("Accept-Language", language)
                        .header("X-Role", "manager")
                        .build();
                HttpResponse<String> answer = HTTP.send(page, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
                assertThat(answer.body())
                        .as(path)
                        .doesNotContain("??", "<style", " style=", "onclick", "<th:block", "th:text", "null");
            }
        }
        assertThat(get("/billing?show=held").body())
                .contains("Smith, Jane", "9.00 USD")
                .doesNotContain("25.00 USD");
        assertThat(get("/billing/eligibility").body()).contains("AAA03:75", "Sample Health");
    }
}
