package carequeue.api.patient;

import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;

/** What happened about the devices on which a patient takes push messages. */
public sealed interface DeviceEvent {

    /** The patient. */
    String patientId();

    /** The patient takes push messages on this device too; one of the same identifier is described anew. */
    @EventName("patient.device-registered")
    record DeviceRegistered(
            @PhiSubject String patientId,
            String deviceId,
            @PhiField("push") Phi<String> push) implements DeviceEvent {}

    /** The device takes no push messages any more; {@code why} is {@code patient}, {@code expired} or {@code too-many}. */
    @EventName("patient.device-removed")
    record DeviceRemoved(String patientId, String deviceId, String why) implements DeviceEvent {}
}
