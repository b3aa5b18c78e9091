package carequeue.sandbox.ehr;

import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.valueset.BundleEntryTransactionMethodEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.util.Comparator;
import java.util.Date;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Resource;

/** What was deleted: kept by its last version with a tag, shown only in the history. */
final class Deleted {

    private Deleted() {}

    static void mark(Resource resource) {
        resource.getMeta().addTag(Systems.DELETED, "deleted", null);
    }

    static boolean is(Resource resource) {
        return resource.getMeta().getTag(Systems.DELETED, "deleted") != null;
    }

    /** The history of a type since a time, the newest first. */
    static <T extends Resource> IBundleProvider history(Stream<T> there, Stream<T> gone, InstantType since) {
        Date after = since == null ? new Date(0) : since.getValue();
        return new SimpleBundleProvider(Stream.concat(there, gone)
                .filter(resource -> !resource.getMeta().getLastUpdated().before(after))
                .sorted(Comparator.comparing((T resource) -> resource.getMeta().getLastUpdated())
                        .reversed())
                .map(resource -> (IBaseResource) shown(resource))
                .toList());
    }

    private static Resource shown(Resource kept) {
        Resource shown = kept.copy();
        if (is(kept)) {
            ResourceMetadataKeyEnum.DELETED_AT.put(
                    shown, new InstantType(kept.getMeta().getLastUpdated()));
            ResourceMetadataKeyEnum.ENTRY_TRANSACTION_METHOD.put(shown, BundleEntryTransactionMethodEnum.DELETE);
        }
        return shown;
    }
}
