package carequeue.adapter.pms.rest;

import carequeue.adapter.pms.PmsBooking;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** What is written to the practice management system, in the shape agreed on. */
final class Bodies {

    private Bodies() {}

    static Map<String, Object> of(PmsBooking booking) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("providerId", booking.providerId());
        body.put("scheduledTime", booking.scheduledTime());
        body.put("duration", booking.minutes());
        body.put("appointmentType", booking.appointmentType());
        body.put("department", booking.department());
        return body;
    }

    static Map<String, Object> of(Demographics who) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("mrn", text(who.mrn()));
        body.put("firstName", text(who.firstName()));
        body.put("lastName", text(who.lastName()));
        body.put("birthDate", text(who.birthDate()));
        body.put("phone", text(who.phone()));
        body.put("email", text(who.email()));
        body.put("gender", text(who.gender()));
        return body;
    }

    static HttpHeaders repeat(String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Key", key);
        return headers;
    }

    private static String text(Phi<?> value) {
        return Phi.text(value, Object::toString, null);
    }
}
