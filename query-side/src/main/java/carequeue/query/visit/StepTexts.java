package carequeue.query.visit;

import carequeue.api.visit.VisitQuery.Step;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of the timeline in a language; the sentence of an event stands in the bundles under {@code event.} and its name. */
@Component
class StepTexts {

    private final MessageSource messages;

    StepTexts(MessageSource messages) {
        this.messages = messages;
    }

    Step step(StepRows.Row row, Locale locale) {
        return new Step(
                row.position(),
                row.type(),
                row.at(),
                row.recordedAt(),
                row.actor(),
                row.channel(),
                messages.getMessage("event." + row.type(), words(row, locale), row.type(), locale),
                row.reason(),
                row.causationId());
    }

    // A word that has a translation of its own, such as an open item, is shown by it.
    private Object[] words(StepRows.Row row, Locale locale) {
        return row.words().stream()
                .map(word -> messages.getMessage("word." + word, null, word, locale))
                .toArray();
    }
}
