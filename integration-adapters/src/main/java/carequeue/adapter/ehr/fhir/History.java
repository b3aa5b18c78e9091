package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.ChangePages;
import carequeue.adapter.ehr.EhrChange.Kind;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.resilience.OutsideFailure;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.IdType;

/** What was deleted, by the history of a type, where the server says that it keeps one. */
final class History {

    private final FhirCalls calls;
    private final EhrSettings settings;
    // Asked once: a server that learns it later is asked after the next start.
    private final Map<Kind, Boolean> kept = new EnumMap<>(Kind.class);

    History(FhirCalls calls, EhrSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    void goneSince(Kind kind, Instant since, ChangePages pages) {
        if (!kept.computeIfAbsent(kind, this::keeps)) {
            return;
        }
        try {
            read(kind, since, pages);
        } catch (OutsideFailure.Rejected | OutsideFailure.NotThere notReally) {
            kept.put(kind, false);
        }
    }

    private void read(Kind kind, Instant since, ChangePages pages) {
        Pages follow = new Pages(calls, settings.url(), kind.word() + "/_history");
        Bundle page = calls.call(client -> client.history()
                .onType(FhirChanges.type(kind))
                .returnBundle(Bundle.class)
                .since(Date.from(since))
                .count(settings.pageSize())
                .execute());
        while (page != null) {
            for (BundleEntryComponent entry : page.getEntry()) {
                if (entry.getRequest().getMethod() == HTTPVerb.DELETE) {
                    hand(kind, entry, pages);
                }
            }
            page = pages.goOn() ? follow.after(page) : null;
        }
    }

    private static void hand(Kind kind, BundleEntryComponent entry, ChangePages pages) {
        IdType id = new IdType(entry.getRequest().getUrl());
        if (!id.hasIdPart()) {
            id = new IdType(entry.getFullUrl());
        }
        if (id.hasIdPart()) {
            Date at = entry.getResponse().getLastModified();
            pages.take(FhirChange.gone(kind, id.getIdPart(), version(entry), at == null ? null : at.toInstant()));
        }
    }

    /** From an ETag such as {@code W/"3"}. */
    private static String version(BundleEntryComponent entry) {
        String etag = entry.getResponse().getEtag();
        return etag == null ? null : etag.replaceAll("^W/", "").replace("\"", "");
    }

    private boolean keeps(Kind kind) {
        CapabilityStatement says = calls.call(client ->
                client.capabilities().ofType(CapabilityStatement.class).execute());
        return says.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .filter(resource -> kind.word().equals(resource.getType()))
                .flatMap(resource -> resource.getInteraction().stream())
                .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.HISTORYTYPE);
    }
}
