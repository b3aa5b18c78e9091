package carequeue.command;

import carequeue.api.EventName;
import carequeue.api.Facts;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * The states of one kind of thing and the orders to it: the documentation carries each order out in each state and shows what came of it.
 *
 * @param <A> the aggregate that decides
 * @param <S> the states
 */
public abstract class StateTable<A, S extends Enum<S>> {

    /** When everything is ordered. */
    protected static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final Class<A> aggregate;
    private final Class<S> states;
    private final Class<?> family;
    private final String id;
    private final Map<S, List<Object>> ways;
    private final Map<S, String> unreached;
    private final Map<String, Object> rows = new LinkedHashMap<>();
    private final List<Object> before = new ArrayList<>();
    private Bare bare;

    /** A table without ways and rows yet, for a family page of orders and the identifier that they all name. */
    protected StateTable(Class<A> aggregate, Class<S> states, Class<?> family, String id) {
        this.aggregate = aggregate;
        this.states = states;
        this.family = family;
        this.id = id;
        this.ways = new EnumMap<>(states);
        this.unreached = new EnumMap<>(states);
    }

    /** What it is called, as a heading. */
    protected abstract String name();

    /** What the table is about, in a sentence or two. */
    protected abstract String about();

    /** Where it stands, null where it is not there yet. */
    protected abstract S state(A thing);

    /** The sites that it is decided with. */
    protected abstract Sites clinic();

    /** Who orders. */
    protected MetaData said() {
        return MetaData.from(Map.of(Facts.ACTOR, "mia", Facts.ROLES, "front-desk clinician billing manager"));
    }

    /** What led to a state, from the beginning: events and orders. */
    protected final void way(S state, List<?> steps) {
        ways.put(state, List.copyOf(steps));
    }

    /** What happened before it is there. */
    protected final void before(List<?> steps) {
        before.addAll(steps);
    }

    /** Why nothing leads to a state. */
    protected final void unreached(S state, String why) {
        unreached.put(state, why);
    }

    protected final void row(Object order) {
        rows.put("`" + order.getClass().getSimpleName() + "`", order);
    }

    /** An order that depends on more than the state: {@code when} says on what. */
    protected final void row(Object order, String when) {
        rows.put("`" + order.getClass().getSimpleName() + "` " + when, order);
    }

    Class<?> family() {
        return family;
    }

    Map<String, Object> rows() {
        return rows;
    }

    Map<S, String> unreached() {
        return unreached;
    }

    /** The states in their order, but for those that nothing leads to. */
    List<S> states() {
        List<S> reached = new ArrayList<>(List.of(states.getEnumConstants()));
        reached.removeAll(unreached.keySet());
        return reached;
    }

    /** Carries an order out in a state, or (null) before it is there. */
    Played play(S given, Object order) {
        if (bare == null) {
            bare = new Bare(aggregate, clinic());
        }
        bare.startAgain(NOON);
        (given == null ? before : ways.getOrDefault(given, List.of())).forEach(this::walk);
        S found = now();
        int known = bare.told(id).size();
        Object answer = bare.tries(order, said());
        List<Object> told = bare.told(id);
        return new Played(found, told.subList(known, told.size()), now(), answer);
    }

    private void walk(Object step) {
        if (step.getClass().isAnnotationPresent(EventName.class)) {
            bare.given(id, step);
        } else if (bare.tries(step, said()) instanceof RuntimeException refused) {
            throw new IllegalStateException(name() + ": no way goes over " + step, refused);
        }
    }

    private S now() {
        return bare.told(id).isEmpty() ? null : bare.now(aggregate, id, this::state);
    }

    /** What came of an order: the state before, what happened, the state after, and the answer or the refusal. */
    record Played(Enum<?> found, List<Object> told, Enum<?> now, Object answer) {}
}
