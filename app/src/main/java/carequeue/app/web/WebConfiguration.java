package carequeue.app.web;

import carequeue.app.security.Actors;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** What every door has in common. */
@Configuration(proxyBeanMethods = false)
@Import({Problems.class, RoleDoors.class, NoNul.class, NoNul.InBodies.class, SignInPage.class})
public class WebConfiguration implements WebMvcConfigurer {

    private final Actors actors;

    WebConfiguration(Actors actors) {
        this.actors = actors;
    }

    /** Off: it would look for a version of each of a board's many links in every library, which was half of a board's making. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> versionsInLinks() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> none =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        none.setEnabled(false);
        return none;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }
}
