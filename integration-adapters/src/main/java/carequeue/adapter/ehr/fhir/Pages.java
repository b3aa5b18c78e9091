package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;

/** Follows the pages of one search as the server names them, but never to an address outside the EHR's own. */
final class Pages {

    private final FhirCalls calls;
    private final URI base;
    private final URI asked;
    private final Set<URI> visited = new HashSet<>();

    /** @param path what was asked beneath the base, such as {@code Appointment} */
    Pages(FhirCalls calls, String base, String path) {
        this.calls = calls;
        this.base = URI.create(base.endsWith("/") ? base : base + "/").normalize();
        this.asked = this.base.resolve(path);
    }

    /** The page after this one, or null. */
    Bundle after(Bundle page) {
        var link = page.getLink(Bundle.LINK_NEXT);
        if (link == null || !link.hasUrl()) {
            return null;
        }
        URI next = address(link.getUrl());
        if (!visited.add(next)) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "names the same page again and again");
        }
        return calls.call(client -> client.loadPage()
                .byUrl(next.toString())
                .andReturnBundle(Bundle.class)
                .execute());
    }

    /** The address that a link means, as far as it lies within the EHR's own. */
    URI address(String link) {
        URI next;
        try {
            // java.net.URI forgets the last part of the path when only a query is given.
            String written = escaped(link.strip());
            next = (written.startsWith("?") ? URI.create(asked + written) : asked.resolve(written)).normalize();
        } catch (IllegalArgumentException e) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "names a next page that is no address");
        }
        next = sealed(next);
        if (!within(next)) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "names a next page outside its own address");
        }
        return next;
    }

    // Servers write what people may read: identifier=system|value.
    private static String escaped(String link) {
        return link.replace("|", "%7C")
                .replace(" ", "%20")
                .replace("\"", "%22")
                .replace("^", "%5E")
                .replace("{", "%7B")
                .replace("}", "%7D");
    }

    // A server behind a gateway that unseals its calls names itself as it sees itself.
    private URI sealed(URI next) {
        boolean opened = base.getScheme().equalsIgnoreCase("https")
                && "http".equalsIgnoreCase(next.getScheme())
                && (next.getPort() < 0 || next.getPort() == 80 || next.getPort() == port(base));
        if (!opened || !base.getHost().equalsIgnoreCase(next.getHost()) || next.getRawUserInfo() != null) {
            return next;
        }
        String query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + next.getRawPath() + query);
    }

    private boolean within(URI next) {
        String path = next.getRawPath();
        return base.getScheme().equalsIgnoreCase(next.getScheme())
                && base.getHost().equalsIgnoreCase(next.getHost())
                && port(base) == port(next)
                && next.getRawUserInfo() == null
                && path != null
                && (path + "/").startsWith(base.getRawPath())
                && !path.toLowerCase(Locale.ROOT).matches(".*(\\.\\.|%2e|%2f|%5c).*");
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
