package carequeue.query.payments;

import carequeue.query.pages.Page;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody comes back to whose card is kept now. */
@Page
class ThanksPage {

    @GetMapping("/p/-/thanks")
    String thanks() {
        return "thanks";
    }
}
