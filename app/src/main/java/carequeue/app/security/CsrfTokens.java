package carequeue.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * A page's calls prove that they come from our own pages: by the header {@code X-CSRF-TOKEN} or the form's hidden field, with the value of the
 * page (masked anew each time, so that compression tells nothing) or of the cookie.
 */
final class CsrfTokens extends CsrfTokenRequestAttributeHandler {

    private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

    static CookieCsrfTokenRepository repository(boolean secure) {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName(secure ? "__Host-carequeue-csrf" : "carequeue-csrf");
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(false).secure(secure).path("/").sameSite("Strict"));
        return repository;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
        // Asked for now, so that the cookie is there before the page needs it.
        token.get();
    }

    @Override
    public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        String unmasked = masked.resolveCsrfTokenValue(request, token);
        return unmasked != null ? unmasked : request.getHeader(token.getHeaderName());
    }
}
