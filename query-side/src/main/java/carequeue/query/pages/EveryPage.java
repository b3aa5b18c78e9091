package carequeue.query.pages;

import carequeue.api.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands on every page: who is signed in, and whether a simulator stands in for the outside. */
@ControllerAdvice(annotations = Page.class)
class EveryPage {

    private final boolean sandbox;

    EveryPage(@Value("${carequeue.sandbox.enabled:false}") boolean sandbox) {
        this.sandbox = sandbox;
    }

    @ModelAttribute
    void common(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("sandbox", sandbox);
    }
}
