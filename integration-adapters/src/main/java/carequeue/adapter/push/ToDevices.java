package carequeue.adapter.push;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.patient.PushDevices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One push message to all devices of a patient: it went out when one of them may have it, and failed only when none can. */
final class ToDevices {

    private final Map<String, PushService> services;
    private final Push push;
    private final Call call;
    private final List<String> lost = new ArrayList<>();
    private Sent taken;
    private Sent refused;
    private OutsideFailure failed;

    ToDevices(Map<String, PushService> services, Push push, Call call) {
        this.services = services;
        this.push = push;
        this.call = call;
    }

    /**
     * Gives it to the vendor of each.
     *
     * @throws OutsideFailure when no device took it, and of one it is not known
     */
    Sent send(PushDevices devices) {
        devices.all().forEach(this::send);
        if (taken == null && failed != null) {
            throw failed;
        } else if (taken == null && refused == null) {
            return Sent.refused("unknown-device", false);
        }
        return (taken == null ? refused : taken).losing(lost);
    }

    private void send(String text) {
        int before = call.open();
        try {
            Sent sent = toOne(text);
            if (sent.status() != DeliveryStatus.FAILED) {
                taken = sent;
                return;
            }
            refused = sent;
            if (call.open() > before) {
                call.notTaken();
            }
            if (PushService.GONE.equals(sent.code())) {
                lost.add(text);
            }
        } catch (OutsideFailure e) {
            failed = e;
        }
    }

    private Sent toOne(String text) {
        Optional<Device> device = Device.read(text);
        PushService service = device.map(it -> services.get(it.kind())).orElse(null);
        if (service == null) {
            return Sent.refused("unknown-device", false);
        }
        return service.ready() ? service.send(device.get(), push, call) : Sent.refused("not-set-up", false);
    }
}
