package carequeue.app.security;

import carequeue.api.Actor;
import carequeue.app.start.Keys;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a door the {@link Actor} who knocks: who signed in, in which roles, for which sites, from which (hashed) address. */
@Component
public final class Actors implements HandlerMethodArgumentResolver {

    /** The prefix of an authority that names a site. */
    static final String SITE = "site:";

    private final SecretKeySpec key;

    Actors(Keys keys) {
        this.key = new SecretKeySpec(keys.derive("source address"), "HmacSHA256");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest request, WebDataBinderFactory f) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        return actor(SecurityContextHolder.getContext().getAuthentication(), http.getRemoteAddr());
    }

    private Actor actor(Authentication who, String address) {
        if (who == null) {
            return new Actor("anonymous", Set.of(), Set.of(), hash(address));
        }
        var authorities = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.partitioningBy(a -> a.startsWith(SITE), Collectors.toSet()));
        Set<String> sites = authorities.get(true).stream()
                .map(a -> a.substring(SITE.length()))
                .collect(Collectors.toSet());
        return new Actor(who.getName(), authorities.get(false), sites, hash(address));
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] full = mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
