package carequeue.query.notifications;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How messages look at a site, by every way, for those who answer for their words; the words come from the door of templates. */
@Page
class TemplatePage {

    private final Where where;

    TemplatePage(Where where) {
        this.where = where;
    }

    @GetMapping("/messages/templates")
    String templates(
            @RequestParam(required = false) String siteId,
            @RequestParam(defaultValue = "placed") String template,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) String language,
            Actor actor,
            Locale locale,
            Model model) {
        MessageTemplate chosen = Arrays.stream(MessageTemplate.values())
                .filter(one -> one.toString().equals(template))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("template", template));
        model.addAttribute("site", where.site(siteId, actor));
        model.addAttribute("sites", where.of(actor));
        model.addAttribute("templates", MessageTemplate.values());
        model.addAttribute("ways", MessageChannel.values());
        model.addAttribute("chosen", chosen);
        model.addAttribute("version", version == null ? chosen.version() : version);
        model.addAttribute(
                "versions", IntStream.rangeClosed(1, chosen.version()).boxed().toList());
        model.addAttribute("in", "es".equals(language == null ? locale.getLanguage() : language) ? "es" : "en");
        return "templates";
    }
}
