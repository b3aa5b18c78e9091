package carequeue.sandbox.payer;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.stream.Stream;

/** What the payer shows on the control page: by which rule it answers, and what it was asked. */
final class PayerSection implements ControlSection {

    private final Asked asked;
    private final FaultSwitch faults;

    PayerSection(Asked asked, FaultSwitch faults) {
        this.asked = asked;
        this.faults = faults;
    }

    @Override
    public String title() {
        return "payer";
    }

    @Override
    public FaultSwitch faults() {
        return faults;
    }

    @Override
    public String html() {
        return "<p>FHIR R4 under <code>/payer/fhir</code>, 270/271 under <code>/clearinghouse/eligibility/x12</code>"
                + " and, as JSON, <code>/clearinghouse/eligibility/v3</code>.</p>"
                + Html.table(
                        "What it says by the member's number", List.of("Number", "Answer"), Member.RULES, Stream::of)
                + Html.table(
                        "Questions, the latest first",
                        List.of("At", "By", "Reference", "Member"),
                        asked.latest(20),
                        it -> Stream.of(it.at(), it.way(), it.reference(), it.member()));
    }
}
