package carequeue.adapter.ehr.fhir;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;

/** What a page of a search found, without what the server included beside it or says of the search itself. */
final class Found {

    private Found() {}

    static <T extends Resource> Stream<T> in(Bundle page, Class<T> type) {
        return page.getEntry().stream()
                .filter(Found::matches)
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** A server that does not say why an entry is there means that it was found. */
    static boolean matches(BundleEntryComponent entry) {
        return !entry.getSearch().hasMode() || entry.getSearch().getMode() == SearchEntryMode.MATCH;
    }
}
