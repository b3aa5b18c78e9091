package carequeue.adapter.pms.rest;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.Purpose;
import carequeue.adapter.pms.PmsAppointment;
import carequeue.adapter.pms.PmsBooking;
import carequeue.adapter.pms.PmsNews;
import carequeue.adapter.pms.PmsPages;
import carequeue.adapter.pms.PmsPatient;
import carequeue.adapter.pms.PmsService;
import carequeue.adapter.pms.PmsSettings;
import carequeue.adapter.pms.PmsStatus;
import carequeue.adapter.pms.WithPms;
import carequeue.adapter.pms.rest.PmsCalls.Answered;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.patient.Demographics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** A practice management system with a REST interface in the shape agreed on. */
@Component
@WithPms
public class RestPms implements PmsService {

    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final PmsCalls calls;
    private final PmsSettings settings;
    private final DayPages days;
    private final Filter filter;

    public RestPms(PmsSettings settings, Guards guards, ObjectMapper json, Filter filter, Clock clock) {
        this.settings = settings;
        this.calls = new PmsCalls(settings, guards.of(PMS), json, clock);
        this.days = new DayPages(calls, settings.pageSize());
        this.filter = filter;
    }

    @Override
    public void getAppointments(LocalDate day, PmsPages pages) {
        days.read(day, pages);
    }

    @Override
    public PmsAppointment getAppointment(String pmsId) {
        return one(calls.get(calls.at("appointments", pmsId)), pmsId);
    }

    @Override
    public PmsPatient getPatient(String pmsId) {
        return PatientJson.read(pmsId, calls.get(calls.at("patients", pmsId)).body(), settings);
    }

    @Override
    public PmsAppointment push(String patientId, PmsAppointment before, PmsNews news, String repeatKey) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Key", repeatKey);
        if (before.match() != null) {
            headers.set(HttpHeaders.IF_MATCH, before.match());
        }
        Answered answered = calls.send(
                HttpMethod.PATCH,
                calls.at("appointments", before.appointmentId()),
                filter.apply(Purpose.PMS_PUSH, patientId, body(before, news)),
                headers);
        // Not every system answers with what it has now.
        return answered.body().has("appointmentId")
                ? one(answered, before.appointmentId())
                : getAppointment(before.appointmentId());
    }

    private static Map<String, Object> body(PmsAppointment before, PmsNews news) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("appointmentId", before.appointmentId());
        body.put("patientId", before.patientId());
        body.put("status", news.status().word());
        body.put("estimatedWaitTime", news.estimatedWaitTime());
        body.put("queuePosition", news.queuePosition());
        body.put("waitReason", news.waitReason());
        return body;
    }

    @Override
    public PmsAppointment book(String patientId, PmsBooking booking, String repeatKey) {
        Map<String, Object> body = Bodies.of(booking);
        body.put("patientId", booking.patientId());
        body.put("status", PmsStatus.SCHEDULED.word());
        body.put("externalIds", Map.of("carequeue", booking.ours()));
        Answered answered = calls.send(
                HttpMethod.POST,
                calls.at("appointments"),
                filter.apply(Purpose.PMS_BOOK, patientId, body),
                Bodies.repeat(repeatKey));
        return made(answered, calls.idOf(answered, "appointmentId", "appointments"));
    }

    // Not every system answers with what it made; some say only where it is.
    private PmsAppointment made(Answered answered, String pmsId) {
        return answered.body().has("appointmentId")
                        || answered.body().path("appointment").isObject()
                ? one(answered, pmsId)
                : getAppointment(pmsId);
    }

    @Override
    public PmsAppointment move(String patientId, PmsAppointment before, PmsBooking wanted, String repeatKey) {
        HttpHeaders headers = Bodies.repeat(repeatKey);
        if (before.match() != null) {
            headers.set(HttpHeaders.IF_MATCH, before.match());
        }
        Answered answered = calls.send(
                HttpMethod.PATCH,
                calls.at("appointments", before.appointmentId()),
                filter.apply(Purpose.PMS_BOOK, patientId, Bodies.of(wanted)),
                headers);
        return answered.body().has("appointmentId")
                ? one(answered, before.appointmentId())
                : getAppointment(before.appointmentId());
    }

    @Override
    public String register(String patientId, Demographics who, String repeatKey) {
        Answered answered = calls.send(
                HttpMethod.POST,
                calls.at("patients"),
                filter.apply(Purpose.PMS_PATIENT, patientId, Bodies.of(who)),
                Bodies.repeat(repeatKey));
        return calls.idOf(answered, "patientId", "patients");
    }

    @Override
    public void subscribe(String webhookUrl, String secret) {
        var where = Map.of("url", webhookUrl, "secret", secret);
        calls.send(HttpMethod.PUT, calls.at("webhooks", "carequeue"), where, new HttpHeaders());
    }

    @Override
    public void probe() {
        calls.unguarded(days.address(ANY_DAY, null, 1));
    }

    @Override
    public Guard guard() {
        return calls.guard();
    }

    private static PmsAppointment one(Answered answered, String pmsId) {
        JsonNode inner = answered.body().path("appointment");
        PmsAppointment read = PmsJson.appointment(inner.isObject() ? inner : answered.body(), answered.etag());
        if (!read.appointmentId().equals(pmsId)) {
            throw new OutsideFailure.Rejected(PMS, "answered another appointment than was asked for");
        }
        return read;
    }
}
