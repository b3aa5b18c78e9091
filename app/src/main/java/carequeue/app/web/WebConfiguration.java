package carequeue.app.web;

import carequeue.app.security.Actors;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every door has in common. */
@Configuration(proxyBeanMethods = false)
@Import({Problems.class, RoleDoors.class, NoNul.class, NoNul.InBodies.class, SignInPage.class})
public class WebConfiguration implements WebMvcConfigurer {

    private final Actors actors;

    WebConfiguration(Actors actors) {
        this.actors = actors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }
}
