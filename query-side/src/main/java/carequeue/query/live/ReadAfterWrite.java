package carequeue.query.live;

import carequeue.api.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller read what it wrote: {@code ?after=} or {@code X-Event-Position} waits at most 2 s for the views of the door. */
public class ReadAfterWrite implements HandlerInterceptor {

    /** The header that carries a position. */
    public static final String HEADER = "X-Event-Position";

    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final ViewPositions positions;

    /** Waits on these positions. */
    public ReadAfterWrite(ViewPositions positions) {
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter("after");
        String after = asked == null ? request.getHeader(HEADER) : asked;
        if (after != null && !after.isBlank() && handler instanceof HandlerMethod method) {
            Reads reads = AnnotationUtils.findAnnotation(method.getBeanType(), Reads.class);
            if (reads != null) {
                positions.await(List.of(reads.value()), number(after), AT_MOST);
            }
        }
        return true;
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after.strip());
        } catch (NumberFormatException e) {
            throw new Refused.BadField("/after", "is not a position");
        }
    }
}
