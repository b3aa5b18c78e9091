package carequeue.query.revenue;

import static carequeue.query.revenue.RevenueTables.CLAIMS;
import static carequeue.query.revenue.RevenueTables.MONEY;

import carequeue.api.Facts;
import carequeue.api.claim.BillingEvent.ClaimCoverageNoted;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.PayerEvent.ClaimRemitted;
import carequeue.api.patient.CoverageRef;
import carequeue.query.revenue.RevenueTables.Payable;
import carequeue.query.views.Sheet;
import carequeue.query.views.Told;
import java.time.LocalDate;
import java.util.Set;

/** The fold of the money that payers send for claims, or take back. */
final class Remittances {

    static final Set<Class<?>> HEARD = Set.of(ClaimDrafted.class, ClaimCoverageNoted.class, ClaimRemitted.class);

    private Remittances() {}

    static void wants(Told told, Sheet sheet) {
        if (told.event() instanceof ClaimEvent e && HEARD.contains(e.getClass())) {
            sheet.want(CLAIMS, e.claimId());
        }
    }

    static void on(Told told, Sheet sheet) {
        if (told.event() instanceof ClaimDrafted e) {
            Payable drafted = new Payable(e.siteId(), e.visitId(), payer(e.coverage()), e.serviceDate(), 0);
            sheet.put(CLAIMS, e.claimId(), drafted, told.position());
        } else if (told.event() instanceof ClaimEvent e && HEARD.contains(e.getClass())) {
            Payable before = sheet.get(CLAIMS, e.claimId());
            if (before != null) {
                sheet.put(CLAIMS, e.claimId(), after(before, told, e, sheet), told.position());
            }
        }
    }

    private static Payable after(Payable before, Told told, ClaimEvent event, Sheet sheet) {
        if (event instanceof ClaimCoverageNoted e) {
            return before.by(payer(e.coverage()));
        } else if (event instanceof ClaimRemitted e) {
            long total = e.total().amount();
            MoneyRow row = new MoneyRow(
                    before.siteId(),
                    day(told, before),
                    before.visitId(),
                    null,
                    "claim",
                    "payer",
                    before.payerName(),
                    total - before.total(),
                    e.total().currency(),
                    told.fact(Facts.ACTOR));
            sheet.put(MONEY, new MoneyRow.Key(e.claimId(), told.position(), 0), row, told.position());
            return before.total(total);
        }
        return before;
    }

    private static String payer(CoverageRef coverage) {
        return coverage == null ? null : coverage.payerName();
    }

    private static LocalDate day(Told told, Payable claim) {
        String day = told.fact(Facts.BUSINESS_DAY);
        return day == null ? claim.serviceDate() : LocalDate.parse(day);
    }
}
