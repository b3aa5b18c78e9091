package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;

/** The condition of a create: only unless one with this identifier is there. */
record IfNoneExist(String system, String value) {

    static Optional<IfNoneExist> read(String condition) {
        if (condition == null || condition.isBlank()) {
            return Optional.empty();
        }
        String query = URLDecoder.decode(condition.substring(condition.indexOf('?') + 1), StandardCharsets.UTF_8);
        String[] token = query.replaceFirst("^identifier=", "").split("\\|", -1);
        if (!query.startsWith("identifier=") || query.contains("&") || token.length != 2 || token[1].isEmpty()) {
            throw new InvalidRequestException("If-None-Exist takes identifier=system|value");
        }
        return Optional.of(new IfNoneExist(token[0], token[1]));
    }

    <T> Optional<T> onlyOne(Stream<T> all, Function<T, List<Identifier>> identifiers) {
        List<T> same = all.filter(one -> identifiers.apply(one).stream().anyMatch(this::is))
                .toList();
        if (same.size() > 1) {
            throw new PreconditionFailedException("Several resources have this identifier");
        }
        return same.stream().findFirst();
    }

    private boolean is(Identifier identifier) {
        return system.equals(identifier.getSystem()) && value.equals(identifier.getValue());
    }
}
