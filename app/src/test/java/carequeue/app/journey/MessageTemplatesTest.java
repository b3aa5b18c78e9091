package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Managers see which messages there are and how each looks at their site; a message that went out can be shown again as it was. */
class MessageTemplatesTest extends RunningClinic {

    private Answer preview(String asked) {
        return as("manager").get("/api/templates/" + asked);
    }

    @Test
    void everyTemplateIsListedWithItsVersions() {
        JsonNode items = as("admin").get("/api/templates").body().get("items");
        assertThat(items.findValuesAsText("template"))
                .contains("placed", "please-come", "appointment-tomorrow", "receipt");
        JsonNode placed = items.get(0);
        assertThat(placed.get("kind").asText()).isEqualTo("visit");
        assertThat(placed.get("versions").get(0).toString())
                .isEqualTo("{\"version\":1,\"current\":true,\"ways\":[\"push\",\"sms\",\"email\"],"
                        + "\"languages\":[\"en\",\"es\"]}");
    }

    @Test
    void aPreviewIsInTheSitesOwnLook() {
        Answer email = preview("appointment-tomorrow/preview?siteId=main");
        assertThat(email.header("Content-Type")).startsWith("text/html");
        assertThat(email.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        assertThat(email.text())
                .contains("Main Street Clinic", "background:#663399", "1 Main Street, New York", "lang=\"en\"")
                .contains("Friday, January 15, 2027");
        Answer spanish = preview("appointment-tomorrow/preview?siteId=main&language=es&as=text&version=1");
        assertThat(spanish.header("Content-Type")).startsWith("text/plain");
        assertThat(spanish.text()).contains("Main Street Clinic", "1 Main Street, New York", "Le recordamos su visita");
        assertThat(preview("placed/preview?siteId=main&way=sms").text())
                .startsWith("Main Street Clinic: you are checked in.")
                .contains("/l/example");
        assertThat(preview("placed/preview?siteId=main&way=push").text()).isEqualTo("You are checked in.");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(preview("placed/preview?version=99").status()).isEqualTo(404);
        assertThat(preview("birthday/preview").status()).isEqualTo(404);
        assertThat(preview("placed/preview?siteId=nowhere").status()).isEqualTo(404);
        assertThat(preview("placed/preview?way=pigeon").status()).isEqualTo(400);
        assertThat(as("front-desk").get("/api/notifications/nothing/words").status())
                .isEqualTo(404);
    }

    @Test
    void whatWentOutIsShownAsItWas() {
        Caller desk = as("front-desk");
        Told juan = Told.at("main", desk, sandbox(), "es", "email");
        JsonNode placed = juan.comes(desk, "main");
        await().atMost(Told.SOON)
                .untilAsserted(() -> assertThat(juan.mails()).contains("Su registro en Main Street Clinic"));
        String visit = placed.get("checkInId").asText();
        String id = desk.get("/api/notifications?visitId=" + visit)
                .body()
                .path("items")
                .path(0)
                .path("notificationId")
                .asText();
        JsonNode shown = desk.get("/api/notifications/" + id + "/words").body();
        assertThat(shown.path("template").asText() + "/" + shown.path("templateVersion"))
                .isEqualTo("placed/1");
        assertThat(shown.path("language").asText() + shown.path("wentOut")).isEqualTo("estrue");
        assertThat(shown.path("text").asText())
                .contains("Su turno es el " + placed.get("ticket").asText(), "1 Main Street, New York", "(link)")
                .doesNotContain("/l/", "Quixby");
        assertThat(shown.path("html").asText()).contains("lang=\"es\"", "#663399");
        assertThat(desk.get("/api/notifications/" + id + "/words?attempt=7").status())
                .isEqualTo(404);
        JourneyTest.act(
                desk,
                placed.get("queueId").asText(),
                placed.get("entryId").asText(),
                "leave",
                "{\"reason\": \"the test is over\"}",
                "left");
    }

    @Test
    void thePageShowsEveryWay() {
        Answer page = as("manager").get("/messages/templates?siteId=main&template=please-come&language=es");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Messages to patients")
                .contains("/api/templates/please-come/preview?siteId=main&amp;version=1&amp;language=es&amp;way=push");
        JsonNode words =
                preview("please-come/preview?siteId=main&language=es&as=json").body();
        assertThat(words.get("subject").asText()).isEqualTo("Es su turno en Main Street Clinic");
        assertThat(words.get("text").asText()).contains("Por favor, pase a Room 3.");
    }
}
