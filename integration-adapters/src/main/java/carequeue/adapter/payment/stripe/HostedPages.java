package carequeue.adapter.payment.stripe;

import carequeue.adapter.payment.Charge;
import carequeue.adapter.payment.ChargeNews;
import carequeue.adapter.payment.Charges;
import carequeue.adapter.payment.ReturnPages;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionListParams;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Charges on a page of Stripe's own that the patient opens by a link; a declined card may be followed by another there. */
final class HostedPages {

    /** Stripe wants at least half an hour from when the page is made, and at most a day. */
    private static final Duration SHORTEST = Duration.ofMinutes(45);

    private static final Duration LONGEST = Duration.ofHours(23);

    private final StripeCalls calls;
    private final Intents intents;
    private final Charges charges;
    private final ReturnPages returns;

    HostedPages(StripeCalls calls, Intents intents, Charges charges, ReturnPages returns) {
        this.calls = calls;
        this.intents = intents;
        this.charges = charges;
        this.returns = returns;
    }

    ChargeNews begin(Charge charge) {
        Session page = charge.sent() ? find(charge).orElse(null) : null;
        return news(charge, page == null ? create(charge) : page);
    }

    ChargeNews ask(Charge charge) {
        return find(charge).map(page -> news(charge, page)).orElseGet(ChargeNews::nothing);
    }

    ChargeNews cancel(Charge charge) {
        Session page = find(charge).orElse(null);
        if (page == null) {
            return ChargeNews.nothing();
        } else if (!"open".equals(page.getStatus())) {
            return completed(page)
                    ? intents.cancel(charge, intents.retrieve(charge, page.getPaymentIntent()))
                    : news(charge, page);
        }
        try {
            return news(
                    charge,
                    calls.call(client -> client.checkout().sessions().expire(page.getId(), calls.options(charge))));
        } catch (Refusal tooLate) {
            return news(charge, retrieve(charge, page.getId()));
        }
    }

    Session retrieve(Charge charge, String id) {
        return calls.read(client -> client.checkout().sessions().retrieve(id, calls.options(charge)));
    }

    ChargeNews news(Charge charge, Session page) {
        if ("open".equals(page.getStatus())) {
            return ChargeNews.action(page.getId(), page.getUrl());
        } else if (completed(page)) {
            charges.learned(charge.attemptId(), page.getPaymentIntent(), null);
            return Intents.news(intents.retrieve(charge, page.getPaymentIntent()), true, null);
        } else if ("expired".equals(page.getStatus())) {
            return charge.cancelWanted()
                    ? ChargeNews.of(AttemptState.CANCELLED, page.getId())
                    : ChargeNews.failed(page.getId(), FailureKind.EXPIRED, "page_expired");
        }
        return ChargeNews.of(AttemptState.UNKNOWN, page.getId());
    }

    private static boolean completed(Session page) {
        return "complete".equals(page.getStatus()) && page.getPaymentIntent() != null;
    }

    private Optional<Session> find(Charge charge) {
        if (charge.pageId() != null) {
            return Optional.of(retrieve(charge, charge.pageId()));
        }
        Optional<Session> found = search(charge);
        found.ifPresent(page -> charges.learned(charge.attemptId(), null, page.getId()));
        return found;
    }

    private Optional<Session> search(Charge charge) {
        long started = charge.startedAt().getEpochSecond();
        var around = SessionListParams.Created.builder()
                .setGte(started - 300)
                .setLte(started + 1800)
                .build();
        String after = null;
        while (true) {
            var params = SessionListParams.builder()
                    .setCreated(around)
                    .setLimit(100L)
                    .setStartingAfter(after)
                    .build();
            var pages = calls.read(client -> client.checkout().sessions().list(params, calls.options(charge)));
            for (Session page : pages.getData()) {
                if (charge.attemptId().equals(page.getMetadata().get(Intents.ATTEMPT))) {
                    return Optional.of(page);
                }
                after = page.getId();
            }
            if (!Boolean.TRUE.equals(pages.getHasMore())) {
                return Optional.empty();
            }
        }
    }

    private Session create(Charge charge) {
        Session page = calls.call(client -> {
            charges.sending(charge.attemptId());
            return client.checkout()
                    .sessions()
                    .create(params(charge), calls.options(charge.siteId(), charge.attemptId()));
        });
        charges.learned(charge.attemptId(), null, page.getId());
        return page;
    }

    // All of it follows from the charge alone, so that a repeat says the same.
    private SessionCreateParams params(Charge charge) {
        var taken = SessionCreateParams.PaymentIntentData.builder()
                .setCaptureMethod(
                        charge.manual()
                                ? SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL
                                : SessionCreateParams.PaymentIntentData.CaptureMethod.AUTOMATIC)
                .putMetadata(Intents.PAYMENT_ID, charge.paymentId())
                .putMetadata(Intents.ATTEMPT, charge.attemptId())
                .build();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(charge.attemptId())
                .setSuccessUrl(returns.of(charge))
                .setExpiresAt(expires(charge).getEpochSecond())
                .setPaymentIntentData(taken)
                .putMetadata(Intents.PAYMENT_ID, charge.paymentId())
                .putMetadata(Intents.ATTEMPT, charge.attemptId())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price(charge))
                        .build())
                .build();
    }

    private static Instant expires(Charge charge) {
        Instant shortest = charge.startedAt().plus(SHORTEST);
        Instant longest = charge.startedAt().plus(LONGEST);
        Instant wanted = charge.goodUntil().isBefore(shortest) ? shortest : charge.goodUntil();
        return wanted.isAfter(longest) ? longest : wanted;
    }

    private static PriceData price(Charge charge) {
        return PriceData.builder()
                .setCurrency(StripeMoney.currency(charge.amount()))
                .setUnitAmount(StripeMoney.count(charge.amount()))
                .setProductData(PriceData.ProductData.builder()
                        .setName("Payment to the clinic")
                        .build())
                .build();
    }
}
