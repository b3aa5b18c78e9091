package carequeue.command.appointment;

import carequeue.api.appointment.AppointmentEvent.AppointmentWritten;
import carequeue.api.appointment.AppointmentEvent.OutsideChangeNoted;
import carequeue.api.appointment.AppointmentNews.AppointmentAgrees;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.appointment.AppointmentNews.OlderNewsIgnored;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.conflict.Said;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** What an appointment remembers of what was said about it: by which system last, and where systems disagree. */
abstract class AppointmentHearing {

    /**
     * Who said a field's value.
     *
     * @param at when, for us only: other systems have their own time
     */
    record Source(String system, Instant at) {}

    private final Map<String, Heard> heard = new TreeMap<>();
    private final Map<String, String> ignored = new TreeMap<>();
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, String> differing = new HashMap<>();

    /** What a system said last. */
    Heard heard(String system) {
        return heard.getOrDefault(system, Heard.NOTHING);
    }

    String versionOf(String system) {
        return heard(system).version();
    }

    /** Whether it is noted already that a system sent an older version. */
    boolean isIgnored(String system, String version) {
        return version.equals(ignored.get(system));
    }

    /** Whether a field's value is a system's own, so that its next word needs no judge. */
    boolean isOf(String system, AppointmentField field) {
        Source source = sources.get(field.toString());
        return source == null || source.system().equals(system);
    }

    /** When a field's value was said, or null where nobody knows. */
    Instant saidAt(AppointmentField field) {
        Source source = sources.get(field.toString());
        if (source == null) {
            return null;
        }
        return source.system().equals(Said.US)
                ? source.at()
                : heard(source.system()).saidAt();
    }

    /** What a system is known to say otherwise of a field; {@code differs} tells whether it does. */
    String differing(AppointmentField field, String system) {
        return differing.get(key(field.toString(), system));
    }

    boolean differs(AppointmentField field, String system) {
        return differing.containsKey(key(field.toString(), system));
    }

    void said(String system, String outsideId, String version, AppointmentStatus status) {
        if (system != null && (outsideId != null || version != null)) {
            heard.put(system, heard(system).then(outsideId, version, status, null));
        }
    }

    /** A field's value is a system's, or (null) ours, from now on. */
    void source(String system, Instant at, AppointmentField... fields) {
        for (AppointmentField field : fields) {
            sources.put(field.toString(), new Source(system == null ? Said.US : system, at));
        }
    }

    @EventSourcingHandler
    void on(OutsideSaid e) {
        heard.put(e.system(), heard(e.system()).then(e.outsideId(), e.version(), e.status(), e.saidAt()));
    }

    @EventSourcingHandler
    void on(OlderNewsIgnored e) {
        ignored.put(e.system(), e.version());
    }

    /** The system has our status: its next word about it is a change and no disagreement. */
    @EventSourcingHandler
    void on(AppointmentWritten e) {
        said(e.system(), e.outsideId(), e.version(), e.status());
        source(e.system(), e.at(), AppointmentField.STATUS);
        differing.remove(key(AppointmentField.STATUS.toString(), e.system()));
    }

    @EventSourcingHandler
    void on(OutsideChangeNoted e) {
        said(e.system(), null, e.version(), null);
    }

    @EventSourcingHandler
    void on(AppointmentDiffers e) {
        differing.put(key(e.field(), e.system()), e.theirs());
    }

    @EventSourcingHandler
    void on(AppointmentAgrees e) {
        differing.remove(key(e.field(), e.system()));
    }

    private static String key(String field, String system) {
        return field + " " + system;
    }
}
