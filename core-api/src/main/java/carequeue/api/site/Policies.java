package carequeue.api.site;

import carequeue.api.Refused;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.eligibility.AheadPolicy;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.queue.CallingPolicy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * The named values by which a site works; every decision notes the version it was made under. In a change, only what changes is not null.
 *
 * @param calling the order of calling, target wait, recalls, and the arrival that counts after a return or transfer
 * @param arrival when a booked patient may be checked in
 * @param patience how long a check-in waits
 * @param closing the end of the day
 * @param redFlags reasons for coming that alarm the board
 * @param conflicts who is right when systems disagree
 * @param eligibility by which rules payers are asked
 * @param payment what is asked of patients, and who may waive how much
 * @param notifications by which rules patients are told
 * @param age when a patient is of age
 * @param claims by which rules claims are submitted and followed
 * @param askingAhead how the payers of the next day's booked patients are asked
 * @param pmsMapping what the practice management system calls the site, its services and providers
 */
public record Policies(
        CallingPolicy calling,
        ArrivalPolicy arrival,
        PatiencePolicy patience,
        ClosingPolicy closing,
        RedFlagPolicy redFlags,
        ConflictPolicy conflicts,
        EligibilityPolicy eligibility,
        PaymentPolicy payment,
        NotifyPolicy notifications,
        AgePolicy age,
        ClaimPolicy claims,
        AheadPolicy askingAhead,
        PmsMapping pmsMapping) {

    /** The values a site starts with. */
    public static final Policies DEFAULT = new Policies(
            CallingPolicy.DEFAULT,
            ArrivalPolicy.DEFAULT,
            PatiencePolicy.DEFAULT,
            ClosingPolicy.DEFAULT,
            RedFlagPolicy.DEFAULT,
            ConflictPolicy.DEFAULT,
            EligibilityPolicy.DEFAULT,
            PaymentPolicy.DEFAULT,
            NotifyPolicy.DEFAULT,
            AgePolicy.DEFAULT,
            ClaimPolicy.DEFAULT,
            AheadPolicy.DEFAULT,
            PmsMapping.DEFAULT);

    /** These, but for what is given. */
    public Policies with(Policies given) {
        return new Policies(
                or(given.calling, calling),
                or(given.arrival, arrival),
                or(given.patience, patience),
                or(given.closing, closing),
                or(given.redFlags, redFlags),
                or(given.conflicts, conflicts),
                or(given.eligibility, eligibility),
                or(given.payment, payment),
                or(given.notifications, notifications),
                or(given.age, age),
                or(given.claims, claims),
                or(given.askingAhead, askingAhead),
                or(given.pmsMapping, pmsMapping));
    }

    private static <P> P or(P given, P before) {
        return given == null ? before : given;
    }

    /** The names under which they are asked for and changed, such as {@code red-flags}. */
    public static List<String> names() {
        return Arrays.stream(Policies.class.getRecordComponents())
                .map(Policies::word)
                .toList();
    }

    /** The kind of the policy of a name. */
    public static Class<? extends Policy> type(String name) {
        return component(name).getType().asSubclass(Policy.class);
    }

    /** The policy of a name, or null where none is given. */
    public Policy get(String name) {
        try {
            return (Policy) component(name).getAccessor().invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its components", e);
        }
    }

    /** A change of one policy. */
    public static Policies only(Policy policy) {
        RecordComponent[] all = Policies.class.getRecordComponents();
        Object[] values = Arrays.stream(all)
                .map(c -> c.getType().isInstance(policy) ? policy : null)
                .toArray();
        Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Policies.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its constructor", e);
        }
    }

    private static RecordComponent component(String name) {
        return Arrays.stream(Policies.class.getRecordComponents())
                .filter(c -> word(c).equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("policy", name));
    }

    private static String word(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
