package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;

/**
 * Where a patient can be reached and what they allow; the answer to {@link PatientCommand.AskContact}.
 *
 * @param push the devices that take push messages as {@link PushDevices} write them, or null
 */
public record Contact(
        @PhiSubject String patientId,
        Preferences preferences,
        @PhiField("phone") Phi<String> phone,
        @PhiField("email") Phi<String> email,
        @PhiField("push") Phi<String> push) {}
