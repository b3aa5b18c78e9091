package carequeue.app.security;

import carequeue.adapter.secrets.Secret;
import carequeue.app.start.CareQueueSettings;
import carequeue.app.start.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** One user for each role, named like it, for trying CareQueue out. */
@Configuration(proxyBeanMethods = false)
public class DemoUsers {

    private static final List<String> NAMES = List.of(
            "front-desk", "clinician", "billing", "manager", "auditor", "admin", "display", "kiosk", "integration");

    /**
     * The password that the embedded users share.
     *
     * @param given by the settings, or null
     * @param made here, or null when it was given
     * @param file where the one that was made is kept
     */
    public record DemoPassword(Secret given, String made, Path file) {

        /** The password of now. */
        public String value() {
            return given == null ? made : given.value();
        }

        /** Whether it is to be shown now: it was made here and nobody has seen it yet. */
        public boolean unseen() {
            return file != null && !Files.exists(seen());
        }

        /** Notes that it has been shown. */
        public void shown() {
            try {
                Files.writeString(seen(), "The password has been shown in the console.");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path seen() {
            return file.resolveSibling("demo-password-shown");
        }

        @Override
        public String toString() {
            return "[password]";
        }
    }

    /** The names that one can sign in with. */
    public static List<String> names() {
        return NAMES;
    }

    @Bean
    DemoPassword demoPassword(CareQueueSettings settings, DataDirectory data) {
        if (Secret.given(settings.demoPassword())) {
            return new DemoPassword(settings.demoPassword(), null, null);
        }
        return new DemoPassword(null, data.secret("demo-password", 12), data.resolve("demo-password"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new SameSecret();
    }

    @Bean
    UserDetailsService demoUserDetails(DemoPassword password, PasswordEncoder encoder) {
        return name -> {
            if (!NAMES.contains(name)) {
                throw new UsernameNotFoundException("nobody of that name");
            }
            return User.withUsername(name)
                    .password(encoder.encode(password.value()))
                    .authorities(name, Actors.SITE + "*")
                    .build();
        };
    }
}
