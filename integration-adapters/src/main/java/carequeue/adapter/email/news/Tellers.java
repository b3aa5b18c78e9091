package carequeue.adapter.email.news;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Those who are set up to tell what became of our emails. */
public final class Tellers {

    private final List<Teller> all;

    public Tellers(List<Teller> all) {
        this.all = all.stream().filter(Teller::ready).toList();
    }

    /** One of them by name. */
    public Optional<Teller> named(String name) {
        return all.stream().filter(teller -> teller.name().equals(name)).findFirst();
    }

    /** What has to stand at the head of an email for all of them. */
    public Map<String, String> marks(String name) {
        Map<String, String> marks = new TreeMap<>();
        all.forEach(teller -> marks.putAll(teller.marks(name)));
        return marks;
    }
}
