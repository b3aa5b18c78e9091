package carequeue.sandbox.clearinghouse;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

/** The rooms of the clearing-house for bills. */
@Configuration(proxyBeanMethods = false)
@Import(ClaimDoor.class)
public class ClearingHouseConfiguration {

    @Bean
    @DependsOn("records")
    Desk claimDesk(Settings settings) {
        return new Desk(settings);
    }

    @Bean
    FaultSwitch claimFaults() {
        return new FaultSwitch("claims");
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> claimFaultsNext(@Qualifier("claimFaults") FaultSwitch claimFaults) {
        return FaultSwitch.on(
                claimFaults,
                "/clearinghouse/claims",
                "/clearinghouse/claims/*",
                "/clearinghouse/status",
                "/clearinghouse/files",
                "/clearinghouse/files/*");
    }

    @Bean
    ControlSection claimSection(Desk desk, @Qualifier("claimFaults") FaultSwitch claimFaults) {
        return new Section(desk, claimFaults);
    }

    /** What the control page shows of it. */
    private record Section(Desk desk, FaultSwitch faults) implements ControlSection {
        @Override
        public String title() {
            return "claims";
        }

        @Override
        public String html() {
            return "<p>837P to <code>/clearinghouse/claims</code>, 276 to <code>/clearinghouse/status</code>, answers under"
                    + " <code>/clearinghouse/files</code>: list, fetch, delete.</p>"
                    + Html.table(
                            "How the payer decides, by the member's number",
                            List.of("Number", "Decision"),
                            Rules.STATED,
                            Stream::of)
                    + Html.table(
                            "Bills, the latest first",
                            List.of("Number", "Frequency", "Payer", "Charge", "Arrived"),
                            desk.latest(20),
                            it -> Stream.of(
                                    it.number(),
                                    it.frequency(),
                                    it.payer(),
                                    it.total().toPlainString(),
                                    String.valueOf(desk.sent(it.number()))));
        }
    }
}
