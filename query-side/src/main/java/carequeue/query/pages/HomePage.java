package carequeue.query.pages;

import carequeue.api.Actor;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: the one that the role works on. */
@Page
class HomePage {

    private final Where where;

    HomePage(Where where) {
        this.where = where;
    }

    @GetMapping("/")
    String home(Actor actor) {
        if (actor.is("front-desk", "clinician", "manager")) {
            return "redirect:/board";
        } else if (actor.is("auditor")) {
            return "redirect:/audit";
        } else if (actor.is("admin")) {
            return "redirect:/integrations";
        } else if (actor.is("billing")) {
            return "redirect:/billing";
        } else if (actor.is("kiosk")) {
            return "redirect:/check-in";
        }
        return actor.is("display")
                ? "redirect:/display/" + where.site(null, actor).siteId()
                : "redirect:/board";
    }
}
