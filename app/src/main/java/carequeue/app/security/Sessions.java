package carequeue.app.security;

import carequeue.app.start.CareQueueSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session's cookie; the sessions themselves are in PostgreSQL, so that every node knows them. */
@Configuration(proxyBeanMethods = false)
public class Sessions {

    @Bean
    CookieSerializer cookieSerializer(CareQueueSettings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.secure() ? "__Host-carequeue" : "carequeue-session");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(settings.secure());
        cookie.setSameSite("Lax");
        return cookie;
    }
}
