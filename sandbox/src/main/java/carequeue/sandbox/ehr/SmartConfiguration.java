package carequeue.sandbox.ehr;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a vendor's server says by what authority its tokens are given. */
final class SmartConfiguration extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getScheme() + "://" + request.getHeader("Host") + "/oauth/token";
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write("""
            {"token_endpoint":"%s","grant_types_supported":["client_credentials"],
             "token_endpoint_auth_methods_supported":["private_key_jwt","client_secret_basic","client_secret_post"],
             "token_endpoint_auth_signing_alg_values_supported":["RS384","ES384"],
             "scopes_supported":["system/*.cruds"],
             "capabilities":["client-confidential-asymmetric","client-confidential-symmetric","permission-v1","permission-v2"]}\
            """.formatted(token));
    }
}
