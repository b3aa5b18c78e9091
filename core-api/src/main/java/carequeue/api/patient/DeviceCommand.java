package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders about the devices on which a patient takes push messages. */
public sealed interface DeviceCommand extends PatientCommand {

    /**
     * The patient takes push messages on this device too; that is their yes to push. Answers the device's identifier.
     *
     * @param push the device as its browser or vendor describes it
     */
    record RegisterDevice(
            @TargetAggregateIdentifier @PhiSubject String patientId,
            @PhiField("push") Phi<String> push) implements DeviceCommand {}

    /**
     * The patient takes no push messages on a device any more; without any left that is their no.
     *
     * @param deviceId which, or null for all of them
     */
    record RemoveDevice(@TargetAggregateIdentifier String patientId, String deviceId) implements DeviceCommand {}

    /** The vendor knows this device no more; harmless when the patient does not have it. */
    record ExpireDevice(@TargetAggregateIdentifier String patientId, String deviceId) implements DeviceCommand {}
}
