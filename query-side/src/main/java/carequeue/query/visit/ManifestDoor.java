package carequeue.query.visit;

import carequeue.api.Refused;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Makes the patient's page one that can be put on the home screen, as iOS asks for before it takes push messages. */
@RestController
class ManifestDoor {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");

    private final VisitRows rows;
    private final PatientLinks links;
    private final Sites sites;

    ManifestDoor(VisitRows rows, PatientLinks links, Sites sites) {
        this.rows = rows;
        this.links = links;
        this.sites = sites;
    }

    /** A page on the home screen, in the words of the W3C's Web Application Manifest. */
    record Manifest(
            String id,
            String name,
            String short_name,
            String start_url,
            String scope,
            String display,
            String background_color,
            String theme_color,
            List<Icon> icons) {}

    /** Its picture. */
    record Icon(String src, String sizes, String type) {
        static Icon of(int size) {
            return new Icon("/img/icon-" + size + ".png", size + "x" + size, "image/png");
        }
    }

    @GetMapping("/p/{token}/manifest.webmanifest")
    ResponseEntity<Manifest> manifest(@PathVariable String token) {
        String site = links.visit(token)
                .flatMap(rows::find)
                .map(card -> sites.get(card.siteId()).name())
                .orElseThrow(() -> new Refused.NotFound("page", "under this link; it may have expired"));
        Manifest manifest = new Manifest(
                "/p/",
                site,
                site,
                "/p/" + token,
                "/p/",
                "standalone",
                "#ffffff",
                "#1f5f8b",
                IntStream.of(192, 512).mapToObj(Icon::of).toList());
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.noStore())
                .body(manifest);
    }
}
