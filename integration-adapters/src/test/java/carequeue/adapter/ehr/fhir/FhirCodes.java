package carequeue.adapter.ehr.fhir;

import carequeue.adapter.CodeTable;
import carequeue.adapter.ehr.EncounterStatus;
import carequeue.api.appointment.AppointmentStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Appointment;

/** The codes of FHIR R4. */
final class FhirCodes extends CodeTable.Chapter {

    @Override
    protected List<CodeTable> tables() {
        return List.of(
                new CodeTable(
                        "FHIR R4: Appointment.status, read",
                        "hl7.org/fhir/R4/valueset-appointmentstatus.html.",
                        List.of("FHIR", "ours"),
                        Arrays.stream(Appointment.AppointmentStatus.values())
                                .filter(theirs -> theirs != Appointment.AppointmentStatus.NULL)
                                .map(theirs -> List.of(
                                        theirs.toCode(), Statuses.ours(theirs).toString()))
                                .toList()),
                new CodeTable(
                        "FHIR R4: Appointment.status, written",
                        "hl7.org/fhir/R4/valueset-appointmentstatus.html.",
                        List.of("ours", "FHIR"),
                        Arrays.stream(AppointmentStatus.values())
                                .map(ours -> List.of(
                                        ours.toString(), Statuses.theirs(ours).toCode()))
                                .toList()),
                new CodeTable(
                        "FHIR R4: Encounter.status, read",
                        "hl7.org/fhir/R4/valueset-encounter-status.html.",
                        List.of("FHIR", "ours", "why"),
                        Arrays.stream(EncounterWord.values())
                                .filter(theirs -> theirs != EncounterWord.NULL)
                                .map(theirs -> List.of(
                                        theirs.word(),
                                        theirs.ours().map(FhirCodes::word).orElse("–"),
                                        theirs.why()))
                                .toList()),
                new CodeTable(
                        "FHIR R4: Encounter.status, written",
                        "hl7.org/fhir/R4/valueset-encounter-status.html.",
                        List.of("ours", "FHIR"),
                        Arrays.stream(EncounterStatus.values())
                                .map(ours -> List.of(
                                        word(ours), Statuses.theirs(ours).toCode()))
                                .toList()));
    }

    private static String word(EncounterStatus ours) {
        return ours.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
