package carequeue.query.integrations;

import carequeue.api.Actor;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Is the outside well? */
@Page
@RequestMapping("/integrations")
class IntegrationPage {

    private final Health health;
    private final Jobs jobs;
    private final Where where;

    IntegrationPage(Health health, Jobs jobs, Where where) {
        this.health = health;
        this.jobs = jobs;
        this.where = where;
    }

    @GetMapping
    String integrations(Actor actor, Locale locale, Model model) {
        fill(actor, locale, model);
        return "integrations";
    }

    @GetMapping("/fragment")
    String fragment(Actor actor, Locale locale, Model model) {
        fill(actor, locale, model);
        return "integrations :: services";
    }

    private void fill(Actor actor, Locale locale, Model model) {
        model.addAttribute("services", health.all());
        model.addAttribute("jobs", jobs.last());
        model.addAttribute("times", where.times(where.site(null, actor), locale));
    }
}
