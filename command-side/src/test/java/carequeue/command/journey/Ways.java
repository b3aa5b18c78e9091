package carequeue.command.journey;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What the fixtures of the processes have told, and what came of it. */
final class Ways {

    private static final ConcurrentLinkedQueue<Way> SEEN = new ConcurrentLinkedQueue<>();

    private Ways() {}

    /**
     * An event that was told to a process.
     *
     * @param ended whether the process was over afterwards
     * @param orders by their names
     */
    record Way(Class<?> process, Class<?> event, boolean ended, List<String> orders) {}

    static void seen(Class<?> process, Class<?> event, boolean ended, List<String> orders) {
        SEEN.add(new Way(process, event, ended, List.copyOf(orders)));
    }

    static List<Way> of(Class<?> process, Class<?> event) {
        return SEEN.stream()
                .filter(way -> way.process() == process && event.isAssignableFrom(way.event()))
                .toList();
    }

    static boolean none() {
        return SEEN.isEmpty();
    }

    static Set<String> orders(List<Way> ways) {
        return ways.stream().flatMap(way -> way.orders().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
