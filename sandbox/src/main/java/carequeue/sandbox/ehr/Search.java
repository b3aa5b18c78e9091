package carequeue.sandbox.ehr;

import ca.uhn.fhir.model.api.IQueryParameterAnd;
import ca.uhn.fhir.model.api.IQueryParameterOr;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** One search over the resources of a type: each thing asked for narrows what is found. */
final class Search<T extends Resource> {

    private final ZoneId zone;
    private Stream<T> found;

    Search(Stream<T> all, ZoneId zone) {
        this.found = all;
        this.zone = zone;
    }

    /** What every type can be searched by. */
    Search<T> common(TokenAndListParam id, DateAndListParam lastUpdated) {
        token(id, resource -> Stream.of(new Coding(null, resource.getIdElement().getIdPart(), null)));
        return date(
                lastUpdated,
                resource -> resource.getMeta().getLastUpdatedElement().getValueAsString());
    }

    Search<T> identifier(TokenAndListParam asked, Function<T, List<Identifier>> values) {
        return token(
                asked,
                resource -> values.apply(resource).stream()
                        .map(identifier -> new Coding(identifier.getSystem(), identifier.getValue(), null)));
    }

    Search<T> token(TokenAndListParam asked, Function<T, Stream<Coding>> values) {
        return narrow(
                asked,
                TokenParam.class,
                (resource, token) -> values.apply(resource).anyMatch(value -> same(token, value)));
    }

    Search<T> text(StringAndListParam asked, Function<T, Stream<String>> values) {
        return narrow(
                asked,
                StringParam.class,
                (resource, text) -> values.apply(resource).anyMatch(value -> begins(text, value)));
    }

    Search<T> date(DateAndListParam asked, Function<T, String> value) {
        return narrow(asked, DateParam.class, (resource, date) -> {
            String there = value.apply(resource);
            return there != null && Span.of(there, zone).answers(date, zone);
        });
    }

    /** References to one type, which may be left out of the question. */
    Search<T> reference(ReferenceAndListParam asked, String type, Function<T, Stream<Reference>> values) {
        return narrow(
                asked,
                ReferenceParam.class,
                (resource, wanted) -> values.apply(resource).anyMatch(value -> points(value, wanted, type)));
    }

    Search<T> sorted(SortSpec asked, Map<String, Comparator<T>> orders) {
        Comparator<T> order = null;
        for (SortSpec spec = asked; spec != null; spec = spec.getChain()) {
            Comparator<T> next = orders.get(spec.getParamName());
            if (next == null) {
                throw new InvalidRequestException("Cannot sort by " + spec.getParamName());
            }
            next = spec.getOrder() == SortOrderEnum.DESC ? next.reversed() : next;
            order = order == null ? next : order.thenComparing(next);
        }
        found = order == null ? found : found.sorted(order);
        return this;
    }

    IBundleProvider page() {
        return new SimpleBundleProvider(
                found.map(resource -> (IBaseResource) resource.copy()).toList());
    }

    private <P extends IQueryParameterType> Search<T> narrow(
            IQueryParameterAnd<?> asked, Class<P> type, BiPredicate<T, P> matches) {
        if (asked != null) {
            for (IQueryParameterOr<?> any : asked.getValuesAsQueryTokens()) {
                List<P> wanted =
                        any.getValuesAsQueryTokens().stream().map(type::cast).toList();
                wanted.forEach(Search::refuseMissing);
                found = found.filter(resource -> wanted.stream().anyMatch(one -> matches.test(resource, one)));
            }
        }
        return this;
    }

    private static void refuseMissing(IQueryParameterType asked) {
        if (asked.getMissing() != null || asked instanceof TokenParam token && token.getModifier() != null) {
            throw new InvalidRequestException("This server knows no such modifier");
        }
    }

    private static boolean same(TokenParam asked, Coding value) {
        String system = asked.getSystem();
        boolean systemFits =
                system == null || (system.isEmpty() ? value.getSystem() == null : system.equals(value.getSystem()));
        return systemFits && asked.getValue().equals(value.getCode());
    }

    private static boolean begins(StringParam asked, String value) {
        String wanted = asked.getValue();
        if (asked.isContains()) {
            throw new InvalidRequestException("This server knows no such modifier");
        }
        return asked.isExact() ? value.equals(wanted) : value.regionMatches(true, 0, wanted, 0, wanted.length());
    }

    private static boolean points(Reference value, ReferenceParam asked, String type) {
        if (asked.getChain() != null) {
            throw new InvalidRequestException("This server knows no chained search");
        }
        var there = value.getReferenceElement();
        String wantedType = asked.hasResourceType() ? asked.getResourceType() : type;
        return asked.getIdPart().equals(there.getIdPart())
                && (wantedType == null || wantedType.equals(there.getResourceType()));
    }
}
