package carequeue.sandbox;

import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that shows what the outside knows, and breaks it on purpose. */
@RestController
class ControlPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final List<ControlSection> sections;

    ControlPage(List<ControlSection> sections) {
        this.sections = sections;
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page() {
        String html = PAGE.formatted(sections.stream().map(ControlPage::section).collect(Collectors.joining("\n")));
        return ResponseEntity.ok().header("Content-Security-Policy", POLICY).body(html);
    }

    @GetMapping(path = "/sandbox.css", produces = "text/css")
    Resource style() {
        return new ClassPathResource("sandbox/sandbox.css");
    }

    private static String section(ControlSection section) {
        FaultSwitch faults = section.faults();
        boolean out = faults.now().outage();
        String title = Html.escape(section.title());
        String standing = out
                ? "The %s is out of order: every call is answered 503.".formatted(title)
                : "The %s answers.".formatted(title);
        String mend = (out ? "Mend the " : "Put the ") + title + (out ? "" : " out of order");
        return "<section><h2>" + title + "</h2><p role=\"status\">" + standing + "</p>"
                + Html.button("/outage", mend, "service", faults.service(), "on", Boolean.toString(!out))
                + section.html() + "</section>";
    }

    private static final String PAGE = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>CareQueue sandbox</title>
        <link rel="stylesheet" href="/sandbox.css">
        </head>
        <body>
        <main>
        <h1>CareQueue sandbox</h1>
        <p>The outside in miniature. Nobody here exists. Faults under <a href="/faults">/faults</a>,
        calls counted under <a href="/calls">/calls</a>.</p>
        %s
        </main>
        </body>
        </html>
        """;
}
