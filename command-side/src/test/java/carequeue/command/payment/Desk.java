package carequeue.command.payment;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand.CollectPayment;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.PaymentTerms;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** The desk of the tests: who sits there, what is owed, and the site's rules. */
final class Desk {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    static final Basis BASIS = new Basis(
            Basis.Source.ELIGIBILITY_ANSWER, "check-1", "standard", 1, List.of(new Basis.Line("co-pay", 2500)));
    static final PaymentTerms TERMS = new PaymentTerms(
            "standard/1",
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofHours(1),
            1,
            8,
            AfterFailure.HOLD,
            Map.of("manager", 100_000L, "front-desk", 500L),
            1000,
            false);

    private Desk() {}

    static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    static Sites sites() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(new Site.Service("lab", "Laboratory", "L")),
                List.of(),
                Policies.DEFAULT)));
    }

    static <T> FixtureConfiguration<T> fixture(Class<T> aggregate) {
        return fixture(aggregate, NOON);
    }

    static <T> FixtureConfiguration<T> fixture(Class<T> aggregate, Instant now) {
        return new AggregateTestFixture<>(aggregate)
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC))
                .registerInjectableResource(sites());
    }

    static RequestPayment request(long amount) {
        return new RequestPayment(
                "pay",
                "main",
                DAY,
                "v1",
                null,
                "p1",
                PaymentPurpose.CO_PAY,
                usd(amount),
                List.of(),
                BASIS,
                TERMS,
                null,
                null);
    }

    static PaymentRequested requested() {
        return requested(TERMS);
    }

    static PaymentRequested requested(PaymentTerms terms) {
        RequestPayment c = request(2500);
        return new PaymentRequested(
                c.paymentId(),
                c.siteId(),
                c.businessDay(),
                c.visitId(),
                null,
                c.patientId(),
                c.purpose(),
                c.amount(),
                c.shares(),
                c.basis(),
                terms,
                null,
                null,
                "fran",
                NOON);
    }

    static CollectPayment card(Long amount) {
        return new CollectPayment("pay", PaymentMethod.TERMINAL, amount, false, null, null, "reader-1", null);
    }

    static CollectPayment cash(Long amount, Long tendered) {
        return new CollectPayment("pay", PaymentMethod.CASH, amount, false, tendered, "till-1", null, null);
    }

    /** Who orders, and with which role. */
    static MetaData as(String who, String role) {
        return MetaData.from(Map.of(Facts.ACTOR, who, Facts.ROLES, role));
    }
}
