package carequeue.sandbox;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** The sandbox as a process of its own: reads its arguments, says where it answers, or in one line why it does not. */
final class CommandLine {

    private static final String USAGE =
            "usage: --directory=<path> [--port=8090] [--address=127.0.0.1] [--zone=America/New_York]";

    private CommandLine() {}

    static void run(String[] args) {
        quietLogging();
        try {
            Sandbox.Running running = Sandbox.start(settings(args));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            System.out.println("Sandbox ready on " + running.url());
        } catch (SandboxCannotStart | IllegalArgumentException | DateTimeException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static Settings settings(String[] args) {
        Settings settings = Settings.of(Path.of(".carequeue", "sandbox"), 8090);
        for (String arg : args) {
            settings = with(settings, arg);
        }
        return settings;
    }

    private static Settings with(Settings s, String arg) {
        int equals = arg.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("Unknown argument " + arg + "; " + USAGE);
        }
        String value = arg.substring(equals + 1);
        return switch (arg.substring(0, equals)) {
            case "--directory" ->
                new Settings(Path.of(value), s.port(), s.address(), s.zone(), s.clock(), s.newDayCheck());
            case "--port" ->
                new Settings(s.directory(), port(value), s.address(), s.zone(), s.clock(), s.newDayCheck());
            case "--address" -> s.withAddress(value);
            case "--zone" -> s.withZone(ZoneId.of(value));
            default -> throw new IllegalArgumentException("Unknown argument " + arg + "; " + USAGE);
        };
    }

    private static int port(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port needs a number, not " + value, e);
        }
    }

    /** Without Spring Boot's start nobody sets logging up, and its default writes every detail. */
    private static void quietLogging() {
        LoggingSystem logging = LoggingSystem.get(Sandbox.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }
}
