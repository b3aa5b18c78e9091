package carequeue.adapter.secrets;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The values that the outside does not take in the call under way, so that its repeat is made with others. */
public final class RefusedKeys {

    private final ThreadLocal<Set<String>> refused = ThreadLocal.withInitial(Set::of);

    /** The value for this call: that of now, and in a repeat the store's new one, else the one before. */
    public String of(Secret own) {
        String now = own.value();
        return refused.get().contains(now) ? own.instead(now).orElse(now) : now;
    }

    /** Makes a call again without the values that these secrets have now; the store is asked for new ones first. */
    public <T> T without(Collection<Secret> own, Supplier<T> again) {
        refused.set(own.stream().map(Secret::value).collect(Collectors.toUnmodifiableSet()));
        try {
            return again.get();
        } finally {
            refused.remove();
        }
    }
}
