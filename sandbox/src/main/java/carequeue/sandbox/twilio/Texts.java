package carequeue.sandbox.twilio;

import carequeue.sandbox.SandboxCannotStart;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every text message that was ever given to the carrier, on the disk before anybody is answered. */
final class Texts implements AutoCloseable {

    private static final Set<String> STOP = Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit");
    private static final Set<String> START = Set.of("start", "unstop", "yes");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final Journal journal;
    private final Map<String, Text> bySid = new LinkedHashMap<>();

    Texts(Journal journal) {
        this.journal = journal;
        for (String line : journal.replay()) {
            Text text = read(line);
            bySid.put(text.sid(), text);
        }
    }

    synchronized Text keep(Text text) {
        journal.append(List.of(line(text)));
        bySid.put(text.sid(), text);
        return text;
    }

    synchronized Optional<Text> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /** The last one first. */
    synchronized List<Text> all() {
        List<Text> all = new ArrayList<>(bySid.values());
        java.util.Collections.reverse(all);
        return all;
    }

    /** Whether the last word of a telephone about being written to was STOP. */
    synchronized boolean stopped(String number) {
        boolean stopped = false;
        for (Text text : bySid.values()) {
            if (text.inbound() && text.from().equals(number)) {
                String word = text.body().strip().toLowerCase(Locale.ROOT);
                stopped = STOP.contains(word) || stopped && !START.contains(word);
            }
        }
        return stopped;
    }

    private String line(Text text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Text read(String line) {
        try {
            return json.readValue(line, Text.class);
        } catch (JsonProcessingException e) {
            throw new SandboxCannotStart("A line of the sandbox's text messages cannot be read");
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
