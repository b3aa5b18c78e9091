package carequeue.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which a person signs in. */
@Controller
public class SignInPage {

    @GetMapping("/sign-in")
    String show() {
        return "sign-in";
    }
}
