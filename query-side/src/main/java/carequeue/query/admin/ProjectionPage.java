package carequeue.query.admin;

import carequeue.api.Actor;
import carequeue.query.integrations.Jobs;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The views: how far they are, rebuilding them, and what they had to set aside. */
@Page
@RequestMapping("/admin/projections")
class ProjectionPage {

    private final Projections projections;
    private final DeadLetterReads letters;
    private final Jobs jobs;
    private final Where where;

    ProjectionPage(Projections projections, DeadLetterReads letters, Jobs jobs, Where where) {
        this.projections = projections;
        this.letters = letters;
        this.jobs = jobs;
        this.where = where;
    }

    @GetMapping
    String projections(Actor actor, Locale locale, Model model) {
        fill(actor, locale, model);
        return "projections";
    }

    @GetMapping("/fragment")
    String fragment(Actor actor, Locale locale, Model model) {
        fill(actor, locale, model);
        return "projections :: views";
    }

    private void fill(Actor actor, Locale locale, Model model) {
        model.addAttribute("projections", projections.all());
        model.addAttribute("letters", letters.all());
        model.addAttribute("ended", jobs.lastEnded("replay"));
        model.addAttribute("times", where.times(where.site(null, actor), locale));
    }
}
