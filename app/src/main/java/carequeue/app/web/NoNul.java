package carequeue.app.web;

import carequeue.api.Refused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses the character U+0000 in whatever is sent, by the name of the field: PostgreSQL cannot hold it. */
@Component
@Order(-110) // Before security, which looks a form's user up in the database.
final class NoNul extends OncePerRequestFilter {

    private final ObjectMapper json;

    NoNul(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> name = nameOfFirst(request.getParameterMap());
        if (name.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Refusals.problem(new Refused.BadField("/" + name.get(), "contains the character U+0000")));
    }

    private static Optional<String> nameOfFirst(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(e -> holds(e.getKey()) || Arrays.stream(e.getValue()).anyMatch(NoNul::holds))
                .map(e -> e.getKey().replace("\0", ""))
                .findFirst();
    }

    private static boolean holds(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** The same for the texts of a JSON body. */
    @Component
    static final class InBodies extends SimpleModule {
        InBodies() {
            super("no-nul-in-bodies");
            addDeserializer(String.class, new Text());
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(in, context);
            return text != null && holds(text)
                    ? (String) context.handleWeirdStringValue(String.class, "…", "contains the character U+0000")
                    : text;
        }
    }
}
