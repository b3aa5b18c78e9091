package carequeue.app.security;

import carequeue.app.web.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says no: as problem details to a script, as a page to a person. */
@Component
final class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        write(response, Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in first."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (wantsPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (e instanceof CsrfException) {
            write(
                    response,
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            "csrf-token",
                            "A call with a session needs the page's token in the header X-CSRF-TOKEN."));
        } else {
            write(response, Problem.of(HttpStatus.FORBIDDEN, "not-allowed", "Your role does not allow this."));
        }
    }

    /** The same, but a person who opens a page is led to the sign-in page. */
    AuthenticationEntryPoint orSignIn(String page) {
        LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(page);
        return (request, response, e) -> {
            if (opensPage(request)) {
                signIn.commence(request, response, e);
            } else {
                commence(request, response, e);
            }
        };
    }

    static boolean opensPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && wantsPage(request);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        boolean page = accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
        // A form that is posted from a page (sign-in with an old token) is a person too.
        return page && !request.getRequestURI().startsWith("/api/");
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
