package carequeue.sandbox.mail;

import carequeue.sandbox.SandboxCannotStart;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every email that ever arrived, on the disk before the sender is told so. */
final class Mailboxes implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Journal journal;
    private final List<Mail> mails = new ArrayList<>();

    Mailboxes(Journal journal) {
        this.journal = journal;
        for (String line : journal.replay()) {
            mails.add(read(line));
        }
    }

    synchronized void keep(Mail mail) {
        try {
            journal.append(List.of(json.writeValueAsString(mail)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        mails.add(mail);
    }

    /** The last one first. */
    synchronized List<Mail> all() {
        List<Mail> all = new ArrayList<>(mails);
        Collections.reverse(all);
        return all;
    }

    private Mail read(String line) {
        try {
            return json.readValue(line, Mail.class);
        } catch (JsonProcessingException e) {
            throw new SandboxCannotStart("A line of the sandbox's emails cannot be read");
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
