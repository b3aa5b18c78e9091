package carequeue.sandbox.push;

import carequeue.sandbox.SandboxCannotStart;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices and what they got, on the disk before anybody is answered. */
final class PushLog implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Journal journal;
    private final Map<String, Browser.Keys> devices = new LinkedHashMap<>();
    private final List<Shown> shown = new ArrayList<>();

    /** A message as a device shows it. */
    record Shown(String device, String at, String message) {}

    /** A line of the journal: a device that came ({@code keys}), one that went, or a message. */
    record Line(String device, Browser.Keys keys, boolean gone, Shown shown) {}

    PushLog(Journal journal) {
        this.journal = journal;
        journal.replay().forEach(line -> apply(read(line)));
    }

    synchronized void add(String device, Browser.Keys keys) {
        write(new Line(device, keys, false, null));
    }

    synchronized void remove(String device) {
        write(new Line(device, null, true, null));
    }

    synchronized void show(Shown message) {
        write(new Line(message.device(), null, false, message));
    }

    synchronized Optional<Browser.Keys> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    synchronized List<String> devices() {
        return List.copyOf(devices.keySet());
    }

    /** The last one first. */
    synchronized List<Shown> shown() {
        List<Shown> all = new ArrayList<>(shown);
        Collections.reverse(all);
        return all;
    }

    private void write(Line line) {
        try {
            journal.append(List.of(json.writeValueAsString(line)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        apply(line);
    }

    private void apply(Line line) {
        if (line.shown() != null) {
            shown.add(line.shown());
        } else if (line.gone()) {
            devices.remove(line.device());
        } else {
            devices.put(line.device(), line.keys());
        }
    }

    private Line read(String line) {
        try {
            return json.readValue(line, Line.class);
        } catch (JsonProcessingException e) {
            throw new SandboxCannotStart("A line of the sandbox's push messages cannot be read");
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
