package carequeue.sandbox.pms;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.fault.FaultSwitch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** What the practice management system shows on the control page. */
final class PmsSection implements ControlSection {

    private final Book book;
    private final FaultSwitch faults;
    private final Clock clock;
    private final ZoneId zone;

    PmsSection(Book book, FaultSwitch faults, Clock clock, ZoneId zone) {
        this.book = book;
        this.faults = faults;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String title() {
        return "Practice management system";
    }

    @Override
    public FaultSwitch faults() {
        return faults;
    }

    @Override
    public String html() {
        return "<p>REST under <code>/pms</code> with the key <code>" + PmsKey.KEY + "</code>; a person changes it under"
                + " <code>/control/pms</code>.</p>"
                + Html.table(
                        "Its appointments today",
                        List.of("Time", "Type", "Status", "Wait", "Position", "Id"),
                        book.of(LocalDate.ofInstant(clock.instant(), zone)),
                        it -> Stream.of(
                                        "scheduledTime",
                                        "appointmentType",
                                        "status",
                                        "estimatedWaitTime",
                                        "queuePosition",
                                        "appointmentId")
                                .map(field -> it.path(field).asText("")));
    }
}
