package carequeue.command.door;

import carequeue.api.Refused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses an order that holds the number of a payment card anywhere, before any door reads it; the number is not repeated. */
public class NoCardNumbers extends OncePerRequestFilter {

    private static final String WORDS =
            "holds what looks like the number of a payment card, which CareQueue never takes";

    private final JsonFactory json = new JsonFactory();
    private final HandlerExceptionResolver problems;

    /** A filter behind {@link Bodies}, which lets a body be read twice. */
    public NoCardNumbers(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> pointer = found(request);
        if (pointer.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, new Refused.BadField(pointer.get(), WORDS));
        }
    }

    private Optional<String> found(HttpServletRequest request) throws IOException {
        if (CardNumbers.in(request.getHeader(Door.KEY))) {
            return Optional.of(Door.KEY);
        }
        if (CardNumbers.in(decoded(request.getRequestURI())) || CardNumbers.in(decoded(request.getQueryString()))) {
            return Optional.of("");
        }
        return request.getAttribute(Bodies.READ) == null ? Optional.empty() : inBody(request.getInputStream());
    }

    private static String decoded(String address) {
        try {
            return address == null ? null : URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }

    private Optional<String> inBody(InputStream body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token == JsonToken.FIELD_NAME) {
                    if (CardNumbers.in(parser.getText())) {
                        return Optional.of(
                                token == JsonToken.FIELD_NAME
                                        ? ""
                                        : parser.getParsingContext()
                                                .pathAsPointer()
                                                .toString());
                    }
                }
            }
            return Optional.empty();
        } catch (JsonParseException noJson) {
            // The door says so itself, and keeps nothing of it.
            return Optional.empty();
        }
    }
}
