package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.Preferences.Consent;
import carequeue.api.site.ConflictPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a patient's record. */
public sealed interface PatientCommand
        permits PatientCommand.RegisterPatient,
                PatientCommand.RecordPatient,
                PatientCommand.LinkPatient,
                PatientCommand.RecordCoverages,
                PatientCommand.AskCoverages,
                PatientCommand.ChangePreferences,
                PatientCommand.ChangeConsent,
                PatientCommand.AskContact,
                PatientCommand.SettleDifference,
                PatientCommand.CorrectPatient,
                KinCommand,
                DeviceCommand,
                MergeCommand {

    /** The patient's identifier. */
    String patientId();

    /**
     * Registers a patient whom staff typed in. Refused when the medical record number belongs to another patient of the site, and with
     * {@link carequeue.api.Refused.Alike} when somebody so alike is known that it may be them.
     *
     * @param siteId whose record number it is
     * @param alike the patients who may be the same person, as far as they are known before
     * @param onlyIfNew whether somebody alike, registered at the same moment elsewhere, refuses it too
     */
    record RegisterPatient(
            @TargetAggregateIdentifier String patientId,
            String siteId,
            Demographics demographics,
            List<String> alike,
            boolean onlyIfNew)
            implements PatientCommand {

        /** Registers whoever it is: nobody is there to be asked, or somebody said that it is another person. */
        public RegisterPatient(String patientId, String siteId, Demographics demographics) {
            this(patientId, siteId, demographics, List.of(), false);
        }
    }

    /**
     * Notes what an outside system says of a patient; creates the record where there is none. Nothing happens when nothing changed.
     *
     * @param system the outside system, such as {@code ehr}
     * @param outsideId the patient's identifier there
     * @param version the record's version there, or null
     * @param deceased whether that system knows the patient to be dead
     * @param readAt when it was read
     * @param saidAt when that system last changed it, by its own clock, or null where it does not say
     * @param rules who is right where we disagree; null: the rules a site starts with
     */
    record RecordPatient(
            @TargetAggregateIdentifier String patientId,
            String siteId,
            Demographics demographics,
            String system,
            String outsideId,
            String version,
            boolean deceased,
            Instant readAt,
            Instant saidAt,
            ConflictPolicy rules)
            implements PatientCommand {

        /** News of which nobody knows how old it is. */
        public RecordPatient(
                String patientId,
                String siteId,
                Demographics demographics,
                String system,
                String outsideId,
                String version,
                boolean deceased,
                Instant readAt) {
            this(patientId, siteId, demographics, system, outsideId, version, deceased, readAt, null, null);
        }
    }

    /** Notes under which identifier an outside system knows a patient who was registered here. */
    record LinkPatient(@TargetAggregateIdentifier String patientId, String system, String outsideId)
            implements PatientCommand {}

    /**
     * Says which coverages a patient has, all of them as the source knows them: new ones are added, others changed, those that are missing
     * end. An empty list makes the patient self-pay.
     *
     * @param source who says it, such as {@code desk} or {@code ehr}
     */
    record RecordCoverages(
            @TargetAggregateIdentifier @PhiSubject String patientId, List<Coverage> coverages, String source)
            implements PatientCommand {}

    /** Asks for the coverages that run on a day; the answer is {@link Covered}, and nothing happens. */
    record AskCoverages(@TargetAggregateIdentifier String patientId, LocalDate day) implements PatientCommand {}

    /** How the patient wants to be told from now on. */
    record ChangePreferences(@TargetAggregateIdentifier String patientId, Preferences preferences)
            implements PatientCommand {}

    /**
     * The patient says yes or no to one way of being told, as by answering STOP.
     *
     * @param source by what they said it, such as {@code sms}
     */
    record ChangeConsent(
            @TargetAggregateIdentifier String patientId, MessageChannel channel, Consent consent, String source)
            implements PatientCommand {}

    /** Asks where the patient can be reached; the answer is {@link Contact}, and nothing happens. */
    record AskContact(@TargetAggregateIdentifier String patientId) implements PatientCommand {}

    /**
     * Gives a field the value that a conflict came to; harmless when it has it.
     *
     * @param field such as {@code patient.birth-date}
     * @param system the outside system that had said otherwise
     */
    record SettleDifference(
            @TargetAggregateIdentifier @PhiSubject String patientId,
            String field,
            @PhiField("value") Phi<String> value,
            String system)
            implements PatientCommand {}

    /** Somebody here says who the patient is; what is null stays as it is known. Other systems are told, or disagree visibly. */
    record CorrectPatient(
            @TargetAggregateIdentifier @PhiSubject String patientId, Demographics said) implements PatientCommand {}
}
