package carequeue.adapter.secrets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is costly to make of a secret's value, such as a client: made once for each value, and let go when two newer ones are in use. */
public final class FromSecret<T> {

    private static final int IN_USE = 2;

    private final Function<String, T> maker;
    private final Consumer<T> end;
    private final Map<String, T> made = new LinkedHashMap<>(4, 0.75f, true);

    public FromSecret(Function<String, T> maker) {
        this(maker, old -> {});
    }

    /** @param end what is done with one that is let go */
    public FromSecret(Function<String, T> maker, Consumer<T> end) {
        this.maker = maker;
        this.end = end;
    }

    /** What belongs to this value. */
    public synchronized T of(String value) {
        T one = made.get(value);
        if (one == null) {
            one = maker.apply(value);
            made.put(value, one);
            letGo();
        }
        return one;
    }

    private void letGo() {
        var oldest = made.entrySet().iterator();
        while (made.size() > IN_USE) {
            T old = oldest.next().getValue();
            oldest.remove();
            end.accept(old);
        }
    }

    /** Lets all go. */
    public synchronized void close() {
        made.values().forEach(end);
        made.clear();
    }
}
