package carequeue.adapter.pms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.inbound.InboundBench;
import carequeue.adapter.inbound.IntegrationHandler;
import carequeue.adapter.inbound.IntegrationHandlers;
import carequeue.adapter.inbound.RawBodies;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.site.SiteCommand.ReportUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the practice management system tells by itself is heard when it signed it, once, and read where it comes from. */
class PmsWebhookTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final PmsDouble system = new PmsDouble();
    private final InboundBench inbound = new InboundBench();
    private final PmsBench bench =
            new PmsBench(system.url(), Clock.fixed(NOW, ZoneOffset.UTC), DemonstrationSite.sites());
    private final PmsWebhook door =
            new PmsWebhook(inbound.envelopes, PmsBench.settings(system.url()), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        inbound.close();
        bench.outside.close();
        system.close();
    }

    private static String event(String type, String entity, String id, String data) {
        return "{\"eventType\":\"" + type + "\",\"entityType\":\"" + entity + "\",\"entityId\":\"" + id
                + "\",\"timestamp\":\"2026-11-23T14:59:00Z\",\"data\":" + data + ",\"source\":\"pms\"}";
    }

    private static String signed(String secret, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = at.getEpochSecond() + "." + body;
            return "t=" + at.getEpochSecond() + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int told(String body, String signature) {
        var request = new MockHttpServletRequest("POST", "/webhooks/pms");
        request.setAttribute(RawBodies.class.getName(), body.getBytes(StandardCharsets.UTF_8));
        if (signature != null) {
            request.addHeader(PmsWebhook.SIGNATURE, signature);
        }
        return door.take(request).getStatusCode().value();
    }

    @Test
    void onlyWhatItSignedJustNowIsHeardAndOnce() {
        String body = event("appointment.cancelled", "appointment", "A1", "{}");
        assertThat(told(body, null)).isEqualTo(401);
        assertThat(told(body, "nonsense")).isEqualTo(401);
        assertThat(told(body, signed("another", NOW, body))).isEqualTo(401);
        assertThat(told(body + " ", signed("secret", NOW, body))).isEqualTo(401);
        assertThat(told(body, signed("secret", NOW.minusSeconds(301), body))).isEqualTo(401);
        assertThat(told(body, signed("secret", NOW.plusSeconds(301), body))).isEqualTo(401);
        assertThat(inbound.states()).isEmpty();

        assertThat(told(body, signed("secret", NOW.minusSeconds(300), body))).isEqualTo(202);
        assertThat(told(body, signed("older", NOW, body))).isEqualTo(202);
        assertThat(inbound.states()).as("the same event told twice").hasSize(1);
        assertThat(told("{}", signed("secret", NOW, "{}"))).isEqualTo(400);
    }

    @Test
    void eachKindOfNewsIsReadWhereItComesFrom() {
        inbound.outbox.hearing(RecordAppointment.class, RecordPatient.class, ReportUnavailable.class);
        bench.outside.hearing(RecordAppointment.class, RecordPatient.class);
        system.says("GET /api/appointments/A1", 200, PmsDouble.APPOINTMENT.replace("scheduled\"", "cancelled\""));
        var handlers = new PmsHandlers();
        var sites = DemonstrationSite.sites();
        List<IntegrationHandler> all = List.of(
                handlers.pmsAppointmentScheduled(bench.pms, bench.intake),
                handlers.pmsAppointmentCancelled(bench.pms, bench.intake),
                handlers.pmsPatientUpdated(bench.patients, sites),
                handlers.pmsProviderUnavailable(sites));
        inbound.start(new PmsInbound(new IntegrationHandlers(all)));

        hear(event("appointment.cancelled", "appointment", "A1", "{\"status\":\"completed\"}"));
        hear(event("provider.unavailable", "provider", "D1", "{\"until\":\"2026-11-23T17:00:00\"}"));
        hear(event("patient.updated", "patient", "P404", "{}"));
        hear(event("appointment.eaten", "appointment", "A1", "{}"));

        await().untilAsserted(() -> assertThat(inbound.states()).containsExactly("done", "done", "done", "refused"));
        assertThat(bench.sent(RecordAppointment.class))
                .extracting(RecordAppointment::status)
                .as("what it said of itself is not trusted")
                .containsExactly(AppointmentStatus.CANCELLED);
        assertThat(inbound.outbox.commands.get(0).getPayload())
                .isEqualTo(new ReportUnavailable(
                        "main",
                        "D1",
                        null,
                        Instant.parse("2026-11-23T22:00:00Z"),
                        "the practice management system says so"));
        assertThat(inbound.outbox.commands).hasSize(1);
        assertThat(system.asked).as("nobody here has P404").doesNotContain("GET /api/patients/P404");
    }

    private void hear(String body) {
        assertThat(told(body, signed("secret", NOW, body))).isEqualTo(202);
    }
}
