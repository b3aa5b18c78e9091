package carequeue.sandbox.pms;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets in only who shows the key of the sandbox, in a header or as bearer token. */
final class PmsKey implements Filter {

    /** Nothing secret: whoever is here plays. */
    static final String KEY = "sandbox-pms-key";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        boolean known =
                KEY.equals(asked.getHeader("X-API-Key")) || ("Bearer " + KEY).equals(asked.getHeader("Authorization"));
        if (known) {
            chain.doFilter(request, response);
            return;
        }
        var answer = (HttpServletResponse) response;
        answer.setStatus(401);
        answer.setContentType("application/json;charset=UTF-8");
        answer.getWriter().write("{\"error\":\"unauthorized\"}");
    }
}
