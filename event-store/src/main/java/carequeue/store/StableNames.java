package carequeue.store;

import carequeue.api.EventName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The stable name and revision of every event class; a class without one, or a name given twice, refuses the start. */
public final class StableNames {

    private final Map<Class<?>, EventName> names = new HashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();

    private StableNames() {}

    /** Reads the names of the given classes and of everything the given sealed interfaces permit. */
    public static StableNames of(Class<?>... roots) {
        return of(List.of(roots));
    }

    /** Reads the names of the given classes and of everything the given sealed interfaces permit. */
    public static StableNames of(Iterable<Class<?>> roots) {
        StableNames names = new StableNames();
        roots.forEach(names::collect);
        return names;
    }

    private void collect(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted);
            }
        } else if (type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is neither sealed nor an event");
        } else {
            add(type);
        }
    }

    private void add(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " has no @EventName");
        }
        Class<?> other = classes.putIfAbsent(name.value(), type);
        if (other != null && other != type) {
            throw new IllegalArgumentException(
                    "the event name " + name.value() + " is given to " + other.getName() + " and " + type.getName());
        }
        names.put(type, name);
    }

    /** The name of a class, empty when it is no event. */
    public Optional<EventName> nameOf(Class<?> type) {
        return Optional.ofNullable(names.get(type));
    }

    /** The class of a name, empty when no event has it. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** All names, in order. */
    public Set<String> all() {
        return new TreeSet<>(classes.keySet());
    }

    /** The kinds of events, each as its name, a blank and its revision, whose classes are such. */
    public Set<String> kinds(Predicate<Class<?>> such) {
        return names.entrySet().stream()
                .filter(named -> such.test(named.getKey()))
                .map(named -> kind(named.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(EventName name) {
        return name.value() + " " + name.revision();
    }
}
