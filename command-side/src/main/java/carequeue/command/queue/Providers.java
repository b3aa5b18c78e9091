package carequeue.command.queue;

import carequeue.api.Refused;
import carequeue.api.queue.EntryNote;
import carequeue.api.queue.EntryNote.ProviderBack;
import carequeue.api.queue.EntryNote.ProviderMissing;
import carequeue.api.queue.EntryState;
import carequeue.api.site.Site;
import carequeue.api.site.Site.Provider;
import java.time.Instant;
import java.util.List;

/** What becomes of the entries that are bound to a provider when that one is not there, or is again. */
record Providers(Line line, String queueId, Instant at) {

    /** The notes on every entry whose provider is not there any more, or is there again. */
    List<EntryNote> noted(String providerId, boolean available) {
        return line
                .where(e -> providerId.equals(e.marks().providerId())
                        && e.marks().missing() == available
                        && (e.state().active() || e.state() == EntryState.NO_SHOW)
                        && e.state() != EntryState.IN_SERVICE)
                .stream()
                .map(e -> available ? back(e) : missing(e))
                .toList();
    }

    EntryNote missing(Entry e) {
        return new ProviderMissing(
                queueId, e.id(), e.joined().visitId(), e.marks().providerId(), at);
    }

    private EntryNote back(Entry e) {
        return new ProviderBack(queueId, e.id(), e.joined().visitId(), e.marks().providerId(), at);
    }

    /** Refuses a provider whom the site does not know or who is away; null is nobody in particular. */
    static void mustBeThere(Site site, String providerId) {
        List<String> known = site.providers().stream().map(Provider::providerId).toList();
        if (providerId != null && !known.isEmpty() && !known.contains(providerId)) {
            throw new Refused.AgainstRule(
                    "unknown-provider",
                    "There is no such provider here; " + site.name() + " has " + String.join(", ", known) + ".");
        }
        if (providerId != null && site.away().contains(providerId)) {
            throw new Refused.AgainstRule("provider-unavailable", "This provider is not available now.");
        }
    }
}
