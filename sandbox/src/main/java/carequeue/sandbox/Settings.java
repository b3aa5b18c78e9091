package carequeue.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What a sandbox is started with; nothing else is read, neither environment nor files of settings.
 *
 * @param directory where its state is kept; made if it is not there
 * @param port the port to listen on, 0 for any free one
 * @param address the address to listen on, the loopback unless told
 * @param zone the time zone of the demonstration site, in which a business day runs from 03:00 to 03:00
 * @param clock the time of the sandbox
 * @param newDayCheck how often it looks whether a new day needs its appointments
 */
public record Settings(Path directory, int port, String address, ZoneId zone, Clock clock, Duration newDayCheck) {

    /** The settings of a demonstration: loopback, New York, the system's clock. */
    public static Settings of(Path directory, int port) {
        return new Settings(
                directory, port, "127.0.0.1", ZoneId.of("America/New_York"), Clock.systemUTC(), Duration.ofSeconds(30));
    }

    public Settings withAddress(String other) {
        return new Settings(directory, port, other, zone, clock, newDayCheck);
    }

    public Settings withZone(ZoneId other) {
        return new Settings(directory, port, address, other, clock, newDayCheck);
    }

    public Settings withClock(Clock other) {
        return new Settings(directory, port, address, zone, other, newDayCheck);
    }

    public Settings withNewDayCheck(Duration other) {
        return new Settings(directory, port, address, zone, clock, other);
    }
}
