package carequeue.query.live;

import carequeue.query.views.BatchInGeneration;
import carequeue.query.views.Generations;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the positions into Axon's view processors and into the doors. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    ConfigurerModule viewPositionsNoted(ViewPositions positions, Generations generations, ObjectProvider<Pulse> pulse) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((axon, name) -> name.startsWith("view.")
                        ? new PassedPositions(
                                name, positions, () -> pulse.getObject().now())
                        : (unit, chain) -> chain.proceed())
                .registerDefaultHandlerInterceptor((axon, name) -> name.startsWith("view.")
                        ? new BatchInGeneration(name, generations)
                        : (unit, chain) -> chain.proceed());
    }

    @Bean
    WebMvcConfigurer readAfterWrite(ViewPositions positions) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ReadAfterWrite(positions));
            }
        };
    }
}
