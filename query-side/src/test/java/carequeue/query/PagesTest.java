package carequeue.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Every page with one visit on it, in both languages. */
class PagesTest extends OneVisit {
    @Test
    void everyPageRendersWithoutScriptOrStyleOfItsOwn() throws Exception {
        String link = json("/api/check-ins/v1?after=" + clinic.head())
                .get("patientLink")
                .asText();
        for (String path : new String[] {
            "/board?siteId=main",
            "/board?tab=called",
            "/board?tab=in-room",
            "/board?tab=expected",
            "/board?tab=done",
            "/board/fragment?serviceId=lab",
            "/check-in",
            "/check-in/progress/v1",
            "/visits/v1",
            "/visits/v1/fragment",
            "/appointments",
            "/conflicts",
            "/conflicts?show=all",
            "/audit",
            "/audit?entity=v1",
            "/audit/board?time=23:59:59",
            "/audit/board?part=true&date=2020-01-01",
            "/billing",
            "/billing?show=all",
            "/billing/eligibility?show=all",
            "/billing/claims?show=all",
            "/billing/tills",
            "/billing/revenue?groupBy=payer",
            "/integrations",
            "/integrations/fragment",
            "/admin/projections",
            "/admin/projections/fragment",
            link,
            link + "/fragment",
            "/display/main",
            "/display/main/fragment"
        }) {
            for (String language : new String[] {"en", "es"}) {
                HttpResponse<String> page = HTTP.send(
                        request(path)
                                .header("Accept-Language", language)
                                .header("X-Role", "manager")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
                assertThat(page.body())
                        .as(path)
                        .doesNotContain("??", "<style", " style=", "onclick", "<th:block", "th:text");
            }
        }
        assertThat(get("/board").body()).contains("Smith, Jane", "A-001", "SANDBOX", "<h1");
        assertThat(get("/board?lang=es").body()).contains("lang=\"es\"", "Tablero");
        assertThat(get(link).body()).contains("A-001", "You are next").doesNotContain("Smith", "Jane", "MRN");
        assertThat(get("/display/main").body()).doesNotContain("Smith");
        assertThat(get("/p/" + "A".repeat(60)).statusCode()).isEqualTo(404);
        assertThat(get("/webjars/bootstrap/dist/css/bootstrap.min.css").statusCode())
                .isEqualTo(200);
        assertThat(get("/webjars/htmx.org/dist/htmx.min.js").statusCode()).isEqualTo(200);
        assertThat(get("/js/live.js").statusCode()).isEqualTo(200);
    }
}
