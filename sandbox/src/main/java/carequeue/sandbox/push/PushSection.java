package carequeue.sandbox.push;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.stream.Stream;

/** What the devices show. */
final class PushSection implements ControlSection {

    private static final int SHOWN = 50;

    private final PushLog log;
    private final FaultSwitch faults;

    PushSection(PushLog log, FaultSwitch faults) {
        this.log = log;
        this.faults = faults;
    }

    @Override
    public String title() {
        return "push service";
    }

    @Override
    public FaultSwitch faults() {
        return faults;
    }

    @Override
    public String html() {
        return "<p>Web Push under <code>/push</code>, " + log.devices().size() + " devices.</p>"
                + Html.table(
                        "Push messages",
                        List.of("Time", "Device", "Message"),
                        log.shown().stream().limit(SHOWN).toList(),
                        one -> Stream.of(one.at(), one.device(), one.message()));
    }
}
