package carequeue.api.payment;

import java.time.Duration;
import java.util.Map;

/**
 * The rules of a site's payment policy that stay on a payment from when it was asked.
 *
 * @param policy name and version, such as {@code standard/1}
 * @param answerPatience how long the provider may take to say anything
 * @param personPatience how long a person may take to act at the desk
 * @param linkPatience how long a link is good for
 * @param retries how often CareQueue tries the same again by itself
 * @param attemptsAtMost how many attempts a payment may have in all
 * @param afterFailure what happens to the patient's place
 * @param waivers up to how much each role may waive or write off, in minor units
 * @param secondPersonAbove the amount above which nobody approves what they asked for themselves
 * @param cashRefunds whether a card's money may be given back in cash
 */
public record PaymentTerms(
        String policy,
        Duration answerPatience,
        Duration personPatience,
        Duration linkPatience,
        int retries,
        int attemptsAtMost,
        AfterFailure afterFailure,
        Map<String, Long> waivers,
        long secondPersonAbove,
        boolean cashRefunds) {}
