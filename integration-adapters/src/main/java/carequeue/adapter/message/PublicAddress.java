package carequeue.adapter.message;

import java.net.URI;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address under which patients and providers reach us, whatever proxies stand in between. */
@Component
public class PublicAddress {

    private final Supplier<String> base;

    /** The address that is given, or else this node's own: its port may be known only once it has started. */
    @Autowired
    public PublicAddress(@Value("${carequeue.public-url:}") String given, Environment environment) {
        this.base = given.isBlank()
                ? () -> "http://localhost:"
                        + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"))
                : () -> plain(given);
    }

    public PublicAddress(String given) {
        this.base = () -> plain(given);
    }

    private static String plain(String given) {
        String url = given.strip();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The whole address of one of our paths. */
    public URI of(String path) {
        return URI.create(base.get() + path);
    }
}
