package carequeue.adapter.message;

import carequeue.adapter.InIntegrationRole;
import carequeue.api.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads from the link in a message to the patient's own page, and notes that it was followed; nothing is drawn, counted or asked of others. */
@RestController
@InIntegrationRole
class LinkDoor {

    private static final int LONGEST = 64;

    private final Links links;

    LinkDoor(Links links) {
        this.links = links;
    }

    @GetMapping(Links.PATH + "{code}")
    ResponseEntity<Void> follow(@PathVariable String code, HttpServletRequest request) {
        String page = (code.length() > LONGEST ? java.util.Optional.<String>empty() : links.target(code))
                .orElseThrow(() -> new Refused.NotFound("page", "under this link; it may have expired"));
        if (isPerson(request)) {
            links.tapped(code);
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Location", page)
                .header("Cache-Control", "no-store")
                .build();
    }

    // Programs that look before the patient does say so, or ask for the head only.
    private static boolean isPerson(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose") + request.getHeader("Purpose") + request.getHeader("X-Moz");
        return request.getMethod().equals("GET") && !purpose.matches(".*(prefetch|preview|prerender).*");
    }
}
