package carequeue.command;

import carequeue.api.Refused;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which orders a thing takes in which state: asked by the aggregate before it decides, and printed for the documentation.
 *
 * @param <S> the states
 */
public final class StateMachine<S extends Enum<S>> {

    private final String thing;
    private final Class<S> states;
    private final Map<Class<?>, Set<S>> allowed = new LinkedHashMap<>();
    private final Map<Class<?>, String> words = new LinkedHashMap<>();

    private StateMachine(String thing, Class<S> states) {
        this.thing = thing;
        this.states = states;
    }

    /** A machine without orders; {@code thing} as in "the payment". */
    public static <S extends Enum<S>> StateMachine<S> of(String thing, Class<S> states) {
        return new StateMachine<>(thing, states);
    }

    /** Adds an order with what it does, as in "be collected", and the states that allow it. */
    @SafeVarargs
    public final StateMachine<S> takes(Class<?> order, String can, S first, S... others) {
        Set<S> from = EnumSet.of(first);
        for (S other : others) {
            from.add(other);
        }
        allowed.put(order, from);
        words.put(order, can);
        return this;
    }

    /** The orders, in the order in which they were added. */
    public Set<Class<?>> orders() {
        return Collections.unmodifiableSet(allowed.keySet());
    }

    /** The states. */
    public Set<S> states() {
        return EnumSet.allOf(states);
    }

    /** Whether a state allows an order. */
    public boolean allows(Class<?> order, S found) {
        return allowed.get(order).contains(found);
    }

    /**
     * Refuses an order that the state found does not allow.
     *
     * @param more a further sentence for people, or an empty text
     */
    public void must(Class<?> order, S found, String more) {
        if (!allows(order, found)) {
            String from = allowed.get(order).stream().map(Object::toString).collect(Collectors.joining(", "));
            throw new Refused.WrongState(
                    found.toString(),
                    "The " + thing + " is " + found + "; it can " + words.get(order) + " only when it is " + from + "."
                            + (more.isEmpty() ? "" : " " + more));
        }
    }

    /** The table of states and orders in Markdown: a row for each state, a column for each order. */
    public String table() {
        StringBuilder table = new StringBuilder("| state |");
        allowed.keySet()
                .forEach(o -> table.append(' ').append(o.getSimpleName()).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(allowed.size())).append('\n');
        Arrays.stream(states.getEnumConstants()).forEach(s -> {
            table.append("| ").append(s).append(" |");
            allowed.keySet().forEach(o -> table.append(allows(o, s) ? " yes |" : " – |"));
            table.append('\n');
        });
        return table.toString();
    }
}
