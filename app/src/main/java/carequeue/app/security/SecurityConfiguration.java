package carequeue.app.security;

import static org.springframework.security.config.Customizer.withDefaults;

import carequeue.app.start.CareQueueSettings;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors' locks: one chain for what carries its own proof, one for scripts, one for browsers. */
@Configuration(proxyBeanMethods = false)
@Import({Headers.class, ProblemAnswers.class, DemoUsers.class, Actors.class, Sessions.class})
public class SecurityConfiguration {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    @Bean
    Routes routes() {
        return new Routes();
    }

    /** Webhooks are signed, patient links unguessable, the display public. */
    @Bean
    @Order(1)
    SecurityFilterChain withoutSession(HttpSecurity http, Headers headers) throws Exception {
        http.securityMatcher(anyOf(Routes.WITHOUT_SESSION))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return headers.on(http).build();
    }

    /** A request that brings its credentials is answered by them alone: no session, no CSRF token. */
    @Bean
    @Order(2)
    SecurityFilterChain withAuthorization(HttpSecurity http, Routes routes, Headers headers, ProblemAnswers answers)
            throws Exception {
        http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .exceptionHandling(e -> e.authenticationEntryPoint(answers).accessDeniedHandler(answers));
        return headers.on(authorize(http, routes)).build();
    }

    /** Pages, and what their scripts call. */
    @Bean
    @Order(3)
    SecurityFilterChain withSession(
            HttpSecurity http, Routes routes, Headers headers, ProblemAnswers answers, CareQueueSettings settings)
            throws Exception {
        http.csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository(settings.secure()))
                        .csrfTokenRequestHandler(new CsrfTokens()))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .formLogin(form -> form.loginPage("/sign-in").failureUrl("/sign-in?error"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(answers.orSignIn("/sign-in")).accessDeniedHandler(answers))
                .sessionManagement(withDefaults());
        return headers.on(authorize(http, routes)).build();
    }

    private static HttpSecurity authorize(HttpSecurity http, Routes routes) throws Exception {
        return http.authorizeHttpRequests(all -> {
            all.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll();
            all.requestMatchers(anyOf(Routes.PUBLIC_PAGES)).permitAll();
            all.requestMatchers(PATHS.matcher(HttpMethod.GET, "/actuator/health/**"))
                    .permitAll();
            for (Routes.Route route : routes.all()) {
                var matched = all.requestMatchers(PATHS.matcher(route.method(), route.pattern()));
                if (route.roles().isEmpty()) {
                    matched.authenticated();
                } else {
                    matched.hasAnyAuthority(route.roles().toArray(String[]::new));
                }
            }
            all.anyRequest().denyAll();
        });
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(
                Stream.of(patterns).<RequestMatcher>map(PATHS::matcher).toList());
    }

    /** After signing in one comes back to the page one asked for, never to a script's call. */
    private static CookieRequestCache pagesOnly() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(ProblemAnswers::opensPage);
        return cache;
    }
}
