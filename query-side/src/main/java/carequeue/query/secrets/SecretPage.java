package carequeue.query.secrets;

import carequeue.api.Actor;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which secrets there are and which are to be changed, for who looks after them; who has read them, for auditors. */
@Page
class SecretPage {

    private static final int SHOWN = 200;

    private final SecretBook book;
    private final Where where;

    SecretPage(SecretBook book, Where where) {
        this.book = book;
        this.where = where;
    }

    @GetMapping("/admin/secrets")
    String secrets(Actor actor, Locale locale, Model model) {
        model.addAttribute("secrets", book.all());
        model.addAttribute("times", where.times(where.site(null, actor), locale));
        return "secrets";
    }

    @GetMapping("/audit/secrets")
    String reads(Actor actor, Locale locale, Model model) {
        model.addAttribute("reads", book.reads(null, Long.MAX_VALUE, SHOWN));
        model.addAttribute("times", where.times(where.site(null, actor), locale));
        return "secret-reads";
    }
}
