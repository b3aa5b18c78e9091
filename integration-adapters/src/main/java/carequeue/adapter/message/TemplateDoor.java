package carequeue.adapter.message;

import carequeue.adapter.InIntegrationRole;
import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.MessageTemplate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to the templates of messages: which there are in which versions, and how each looks at a site. */
@RestController
@InIntegrationRole
@RequestMapping("/api/templates")
class TemplateDoor {

    private static final List<MessageChannel> WAYS = List.of(MessageChannel.values());
    private static final List<String> LANGUAGES = List.of("en", "es");

    private final Previews previews;

    TemplateDoor(Previews previews) {
        this.previews = previews;
    }

    /** One version of a template; the current one is what goes out. */
    record Version(int version, boolean current, List<MessageChannel> ways, List<String> languages) {}

    /**
     * One template.
     *
     * @param variables what an email by it may name; texts and push messages name the site and the link only
     */
    record Template(String template, MessageKind kind, List<String> variables, List<Version> versions) {
        static Template of(MessageTemplate template) {
            return new Template(
                    template.toString(),
                    template.kind(),
                    template.variables().stream().sorted().toList(),
                    IntStream.rangeClosed(1, template.version())
                            .mapToObj(version -> new Version(version, version == template.version(), WAYS, LANGUAGES))
                            .toList());
        }
    }

    /** All of them. */
    record Templates(List<Template> items, String nextCursor) {}

    @GetMapping
    Templates templates() {
        return new Templates(
                Arrays.stream(MessageTemplate.values()).map(Template::of).toList(), null);
    }

    /** One message with made-up values; {@code as=text} shows the plain form of an email, {@code as=json} all there is. */
    @GetMapping("/{name}/preview")
    ResponseEntity<Object> preview(
            @PathVariable String name,
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) Integer version,
            @RequestParam(defaultValue = "email") String way,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "html") String as,
            Actor actor) {
        MessageTemplate template = Previews.template(name);
        Worded words = previews.of(
                template,
                version == null ? template.version() : version,
                way(way),
                Previews.language(language),
                previews.site(siteId, actor));
        return as.equals("json") ? ResponseEntity.ok(words) : shown(words, as.equals("text"));
    }

    private static MessageChannel way(String way) {
        return Stream.of(MessageChannel.values())
                .filter(channel -> channel.toString().equals(way))
                .findFirst()
                .orElseThrow(() -> new Refused.BadField("/way", "is email, sms or push"));
    }

    // An email has its style in its lines, as mail programs want it; nothing else of it is let in.
    private static ResponseEntity<Object> shown(Worded words, boolean plain) {
        boolean text = plain || words.html() == null;
        return ResponseEntity.ok()
                .contentType(new MediaType(text ? MediaType.TEXT_PLAIN : MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")
                .body(text ? words.text() : words.html());
    }
}
