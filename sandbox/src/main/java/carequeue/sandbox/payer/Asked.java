package carequeue.sandbox.payer;

import carequeue.sandbox.Settings;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every question that arrived, kept durably: by which way, under which reference, about which member. */
final class Asked implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Journal journal;
    private final Settings settings;
    private final List<Question> questions = new ArrayList<>();

    /**
     * One question.
     *
     * @param id counted from 1
     * @param way {@code fhir}, {@code x12} or {@code json}
     * @param reference the asker's own, or empty
     * @param at ISO 8601
     */
    record Question(int id, String way, String reference, String member, String at) {}

    Asked(Settings settings) {
        this.settings = settings;
        this.journal = new Journal(settings.directory(), "payer");
        journal.replay().forEach(line -> questions.add(read(line)));
    }

    synchronized Question take(String way, String reference, String member) {
        var question = new Question(
                questions.size() + 1,
                way,
                reference,
                member,
                settings.clock().instant().toString());
        journal.append(List.of(write(question)));
        questions.add(question);
        return question;
    }

    synchronized Optional<Question> of(int id) {
        return id < 1 || id > questions.size() ? Optional.empty() : Optional.of(questions.get(id - 1));
    }

    synchronized Optional<Question> byReference(String reference) {
        return questions.stream()
                .filter(question -> !reference.isEmpty() && question.reference().equals(reference))
                .findFirst();
    }

    synchronized List<Question> latest(int most) {
        List<Question> last =
                new ArrayList<>(questions.subList(Math.max(0, questions.size() - most), questions.size()));
        java.util.Collections.reverse(last);
        return last;
    }

    synchronized List<Question> all() {
        return List.copyOf(questions);
    }

    boolean olderThan(Question question, long seconds) {
        return Instant.parse(question.at())
                .plusSeconds(seconds)
                .isBefore(settings.clock().instant());
    }

    private Question read(String line) {
        try {
            return json.readValue(line, Question.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payer's journal cannot be read", e);
        }
    }

    private String write(Question question) {
        try {
            return json.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
