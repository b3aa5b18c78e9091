package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.Refused;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.DeviceCommand.ExpireDevice;
import carequeue.api.patient.DeviceCommand.RegisterDevice;
import carequeue.api.patient.DeviceCommand.RemoveDevice;
import carequeue.api.patient.DeviceEvent.DeviceRegistered;
import carequeue.api.patient.DeviceEvent.DeviceRemoved;
import carequeue.api.patient.Preferences.Consent;
import carequeue.api.patient.PushDevices;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;

/** The devices on which a patient takes push messages; registering one is their yes to push, removing the last their no. */
abstract class Devices extends Wishes {

    @PhiField("push")
    private Phi<String> push;

    @Override
    Phi<String> push() {
        return push;
    }

    // Whose devices are erased has none any more.
    private PushDevices devices() {
        return push == null
                ? PushDevices.NONE
                : push.known().map(PushDevices::read).orElse(PushDevices.NONE);
    }

    @CommandHandler
    String handle(RegisterDevice c, MetaData said, Clock clock, Sites sites) {
        mustStandAlone("have a device");
        String text = c.push() == null ? null : c.push().known().orElse(null);
        if (text == null || text.isBlank() || text.lines().count() != 1) {
            throw new Refused.BadField("device", "is missing");
        }
        String id = PushDevices.id(patientId(), text);
        if (!devices().all().contains(text)) {
            happens(new DeviceRegistered(patientId(), id, c.push()), said, clock, sites);
        }
        List<String> ids = devices().ids(patientId());
        ids.stream()
                .limit(Math.max(0, ids.size() - PushDevices.MOST))
                .forEach(old -> happens(new DeviceRemoved(patientId(), old, "too-many"), said, clock, sites));
        consents(MessageChannel.PUSH, Consent.GIVEN, "device", said, clock, sites);
        return id;
    }

    @CommandHandler
    void handle(RemoveDevice c, MetaData said, Clock clock, Sites sites) {
        List<String> gone = devices().ids(patientId()).stream()
                .filter(id -> c.deviceId() == null || c.deviceId().equals(id))
                .toList();
        gone.forEach(id -> happens(new DeviceRemoved(patientId(), id, "patient"), said, clock, sites));
        if (!gone.isEmpty() && devices().all().isEmpty()) {
            consents(MessageChannel.PUSH, Consent.WITHDRAWN, "device", said, clock, sites);
        }
    }

    @CommandHandler
    void handle(ExpireDevice c, MetaData said, Clock clock, Sites sites) {
        if (devices().ids(patientId()).contains(c.deviceId())) {
            happens(new DeviceRemoved(patientId(), c.deviceId(), "expired"), said, clock, sites);
        }
    }

    @EventSourcingHandler
    void on(DeviceRegistered e) {
        push = e.push()
                .known()
                .map(device -> Phi.of(devices().with(e.patientId(), device).address()))
                .orElse(e.push());
    }

    @EventSourcingHandler
    void on(DeviceRemoved e) {
        PushDevices left = devices().without(e.patientId(), e.deviceId());
        push = left.all().isEmpty() ? null : Phi.of(left.address());
    }
}
