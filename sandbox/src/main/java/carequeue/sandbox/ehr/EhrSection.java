package carequeue.sandbox.ehr;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.stream.Stream;

/** What the EHR shows on the control page. */
final class EhrSection implements ControlSection {

    private final Day day;
    private final FaultSwitch faults;

    EhrSection(Day day, FaultSwitch faults) {
        this.day = day;
        this.faults = faults;
    }

    @Override
    public String title() {
        return "EHR";
    }

    @Override
    public FaultSwitch faults() {
        return faults;
    }

    @Override
    public String html() {
        return "<p>FHIR R4 under <code>/fhir</code>. Business day " + Html.escape(day.date()) + ".</p>"
                + Html.table(
                        "Appointments today",
                        List.of("Time", "Patient", "Service", "Status", "Id"),
                        day.appointments(),
                        it -> Stream.of(it.time(), it.patient(), it.service(), it.status(), it.id()))
                + Html.table(
                        "Visits the EHR was told of",
                        List.of("Patient", "Status", "Appointment", "Id"),
                        day.visits(),
                        it -> Stream.of(it.patient(), it.status(), it.appointment(), it.id()))
                + Html.table(
                        "Patients",
                        List.of("Name", "MRN of the site", "Broken on purpose", "Id"),
                        day.patients(),
                        it -> Stream.of(it.name(), it.mrn(), it.broken(), it.id()));
    }
}
