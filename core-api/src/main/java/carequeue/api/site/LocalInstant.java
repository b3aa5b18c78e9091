package carequeue.api.site;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** When the clock on the wall first shows a time; a time that the night of summer time leaves out is the moment of the jump. */
public final class LocalInstant {

    private LocalInstant() {}

    public static Instant of(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
        if (jump != null && jump.isGap()) {
            return jump.getInstant();
        }
        return wall.atZone(zone).toInstant();
    }
}
