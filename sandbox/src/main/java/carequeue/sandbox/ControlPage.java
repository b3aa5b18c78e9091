package carequeue.sandbox;

import carequeue.sandbox.ehr.Day;
import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page that shows what the outside knows, and breaks it on purpose. */
@RestController
class ControlPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Day day;
    private final FaultSwitch ehr;

    ControlPage(Day day, FaultSwitch ehr) {
        this.day = day;
        this.ehr = ehr;
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page() {
        boolean out = ehr.now().outage();
        String html = PAGE.formatted(
                escape(day.date()),
                out ? "The EHR is out of order: every call is answered 503." : "The EHR answers.",
                !out,
                out ? "Mend the EHR" : "Put the EHR out of order",
                table(
                        "Appointments today",
                        List.of("Time", "Patient", "Service", "Status", "Id"),
                        day.appointments(),
                        it -> Stream.of(it.time(), it.patient(), it.service(), it.status(), it.id())),
                table(
                        "Visits the EHR was told of",
                        List.of("Patient", "Status", "Appointment", "Id"),
                        day.visits(),
                        it -> Stream.of(it.patient(), it.status(), it.appointment(), it.id())),
                table(
                        "Patients",
                        List.of("Name", "MRN of the site", "Broken on purpose", "Id"),
                        day.patients(),
                        it -> Stream.of(it.name(), it.mrn(), it.broken(), it.id())));
        return ResponseEntity.ok().header("Content-Security-Policy", POLICY).body(html);
    }

    @GetMapping(path = "/sandbox.css", produces = "text/css")
    Resource style() {
        return new ClassPathResource("sandbox/sandbox.css");
    }

    @PostMapping(path = "/outage", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> outage(@RequestParam("on") boolean on) {
        ehr.outage(on);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/")
                .build();
    }

    private static <R> String table(
            String caption, List<String> heads, List<R> rows, Function<R, Stream<String>> cells) {
        if (rows.isEmpty()) {
            return "<h2>" + caption + "</h2><p>None yet.</p>";
        }
        String head =
                heads.stream().map(it -> "<th scope=\"col\">" + it + "</th>").collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> cells.apply(row)
                        .map(it -> "<td>" + escape(it) + "</td>")
                        .collect(Collectors.joining()))
                .map(row -> "<tr>" + row + "</tr>")
                .collect(Collectors.joining("\n"));
        return "<h2>%s</h2><div class=\"wide\" role=\"region\" aria-label=\"%s\" tabindex=\"0\"><table>"
                        .formatted(caption, caption)
                + "<thead><tr>" + head + "</tr></thead><tbody>" + body + "</tbody></table></div>";
    }

    private static String escape(String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text);
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
            <p>The outside in miniature. Nobody here exists. Business day %s.</p>
            <h2>EHR</h2>
            <p>FHIR R4 under <code>/fhir</code>, faults under <a href="/faults">/faults</a>,
            calls counted under <a href="/calls">/calls</a>.</p>
            <form method="post" action="/outage">
            <p role="status">%s</p>
            <button name="on" value="%s">%s</button>
            </form>
            %s
            %s
            %s
            </main>
            </body>
            </html>
            """;
}
