package carequeue.query.payments;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.payment.PaymentQuery.FindPayment;
import carequeue.api.payment.PaymentQuery.FindPayments;
import carequeue.api.payment.PaymentQuery.PaymentList;
import carequeue.api.payment.PaymentQuery.PaymentView;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice;
import carequeue.query.views.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The payments as they stand now. */
@Component
class Payments {

    private final PaymentRows rows;

    Payments(PaymentRows rows) {
        this.rows = rows;
    }

    /** A payment; {@link Refused.NotFound} also when it is not for the one who asks. */
    PaymentView get(String paymentId, Actor actor) {
        PaymentView found = handle(new FindPayment(paymentId));
        if (found == null || !actor.mayEnter(found.siteId())) {
            throw new Refused.NotFound("payment", paymentId);
        }
        return found;
    }

    @QueryHandler
    PaymentView handle(FindPayment query) {
        return rows.find(query.paymentId())
                .map(account -> views(List.of(account)).get(0))
                .orElse(null);
    }

    @QueryHandler
    PaymentList handle(FindPayments query) {
        Set<String> sites = query.siteId() == null ? null : Set.of(query.siteId());
        PaymentRows.Wanted wanted = new PaymentRows.Wanted(sites, query.visitId(), query.date(), query.states());
        return page(wanted, query.cursor(), query.limit());
    }

    PaymentList page(PaymentRows.Wanted wanted, String cursor, int limit) {
        Slice<Account> page = Slice.of(rows.page(wanted, Keyset.of(cursor, Keyset.NEWEST), limit), limit);
        return new PaymentList(views(page.items()), page.nextCursor());
    }

    private List<PaymentView> views(List<Account> accounts) {
        Map<String, String> names =
                rows.names(accounts.stream().map(a -> a.asked().patientId()).toList());
        return accounts.stream()
                .map(a -> AccountView.of(a, names.getOrDefault(a.asked().patientId(), Names.UNKNOWN)))
                .toList();
    }
}
