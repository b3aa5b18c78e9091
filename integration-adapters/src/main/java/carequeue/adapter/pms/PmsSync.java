package carequeue.adapter.pms;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Reads the days of the calendar that the sites' business day touches, all departments together, so that one that nobody has mapped is seen too; then
 * looks again at what could not be taken before.
 */
@Component
@WithPms
public class PmsSync {

    private final PmsService pms;
    private final Intake intake;
    private final OpenAppointments open;
    private final Sites sites;
    private final Clock clock;

    public PmsSync(PmsService pms, Intake intake, OpenAppointments open, Sites sites, Clock clock) {
        this.pms = pms;
        this.intake = intake;
        this.open = open;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * Reads them.
     *
     * @param goOn is told how far it is after each page, and says whether to go on
     * @throws OutsideFailure when the system fails meanwhile; what was read is kept
     */
    public PmsReport run(Predicate<PmsReport> goOn) {
        PmsReport report = new PmsReport(goOn);
        Set<String> seen = new HashSet<>();
        days().forEach(day -> pms.getAppointments(day, pages(report, seen)));
        for (String pmsId : open.all()) {
            if (!seen.contains(pmsId) && report.goesOn()) {
                again(pmsId, report);
            }
        }
        report.goesOn();
        return report;
    }

    private Set<LocalDate> days() {
        Set<LocalDate> days = new TreeSet<>();
        for (Site site : sites.all()) {
            LocalDate day = site.businessDay(clock.instant());
            days.add(day);
            days.add(day.plusDays(1));
        }
        return days;
    }

    private PmsPages pages(PmsReport report, Set<String> seen) {
        return new PmsPages() {
            @Override
            public void expect(long total) {
                report.expect(total);
            }

            @Override
            public void accept(PmsAppointment appointment) {
                seen.add(appointment.appointmentId());
                take(appointment, report);
            }

            @Override
            public void refuse(NotAccepted why) {
                seen.add(why.pmsId());
                open.keep(why);
                report.refuse(why);
            }

            @Override
            public boolean goOn() {
                return report.goesOn();
            }
        };
    }

    private void take(PmsAppointment appointment, PmsReport report) {
        try {
            intake.take(appointment).ifPresentOrElse(report::refuse, report::done);
        } catch (OutsideFailure.NotThere | OutsideFailure.Rejected gone) {
            NotAccepted why = new NotAccepted(appointment.appointmentId(), "patient not there");
            open.keep(appointment, why.rule());
            report.refuse(why);
        }
    }

    private void again(String pmsId, PmsReport report) {
        try {
            take(pms.getAppointment(pmsId), report);
        } catch (NotAccepted still) {
            report.refuse(still);
        } catch (OutsideFailure.NotThere gone) {
            open.close(pmsId);
        }
    }
}
