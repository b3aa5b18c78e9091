package carequeue.adapter.outbox;

import java.util.List;

/**
 * A command that tells the clinic what came of an effect.
 *
 * @param step a name, unique within the effect, by which a repeat after a crash is recognised
 * @param command the order itself
 * @param ifRefused what is sent instead of the remaining answers when the clinic refuses this one; empty to go on
 */
public record Answer(String step, Object command, List<Answer> ifRefused) {

    /** An answer whose refusal changes nothing for those after it. */
    public static Answer of(String step, Object command) {
        return new Answer(step, command, List.of());
    }
}
