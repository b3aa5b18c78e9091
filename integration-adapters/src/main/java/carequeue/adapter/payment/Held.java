package carequeue.adapter.payment;

import carequeue.api.Money;
import carequeue.api.payment.AttemptState;

/** A charge as the provider has it; {@code attemptId} is ours, as the provider was told it. */
public record Held(String attemptId, String intentId, AttemptState state, Money amount) {}
