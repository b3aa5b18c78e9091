package carequeue.adapter.email.news;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those who tell what became of our emails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NewsSettings.class)
class NewsSetUp {

    @Bean
    Tellers tellers(NewsSettings settings, ObjectMapper json) {
        return new Tellers(List.of(
                new Ses(settings, new SnsProof(), json),
                new Sendgrid(settings),
                new Mailgun(settings),
                new Postmark(settings)));
    }
}
