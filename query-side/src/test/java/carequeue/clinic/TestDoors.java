package carequeue.clinic;

import carequeue.api.Actor;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who knocks says so in headers. */
@Configuration(proxyBeanMethods = false)
class TestDoors implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter p, ModelAndViewContainer m, NativeWebRequest r, WebDataBinderFactory b) {
                String role = r.getHeader("X-Role") == null ? "clinician" : r.getHeader("X-Role");
                String site = r.getHeader("X-Site") == null ? "*" : r.getHeader("X-Site");
                return new Actor(role, Set.of(role), Set.of(site), null);
            }
        });
    }

    /** Refusals as the application answers them, in short. */
    @RestControllerAdvice
    static class Refusals {
        @ExceptionHandler
        ProblemDetail on(carequeue.api.Refused.NotFound e) {
            return ProblemDetail.forStatusAndDetail(org.springframework.http.HttpStatus.NOT_FOUND, e.getMessage());
        }

        @ExceptionHandler
        ProblemDetail on(carequeue.api.Refused.BadField e) {
            return ProblemDetail.forStatusAndDetail(org.springframework.http.HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }
}
