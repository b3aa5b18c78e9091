package carequeue.query.views;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.query.board.RandomDay;
import carequeue.query.board.RandomDay.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random days of a queue with random appointments, payments, checks and messages among them. */
final class RandomClinic {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00.123456789Z");

    private RandomClinic() {}

    static List<Happening> of(long seed, int length) {
        Random random = new Random(seed);
        List<Happening> all = new ArrayList<>();
        for (Happening happening : RandomDay.of(seed, length)) {
            all.add(happening);
            switch (random.nextInt(7)) {
                case 0, 1 -> all.add(appointment(random));
                case 2, 3 -> all.add(RandomMoney.of(random, NOON.plusSeconds(all.size())));
                case 4 -> all.add(RandomNews.of(random, NOON.plusSeconds(all.size())));
                case 5 -> all.add(RandomKin.of(random, NOON.plusSeconds(all.size())));
                default -> all.add(RandomClaims.of(random, NOON.plusSeconds(all.size())));
            }
        }
        return all;
    }

    private static Happening appointment(Random random) {
        String id = "a" + random.nextInt(12);
        Instant at = NOON.plusSeconds(random.nextInt(36_000));
        AppointmentEvent event = switch (random.nextInt(7)) {
            case 0, 1 ->
                new AppointmentEvent.AppointmentBooked(
                        id,
                        "main",
                        "primary-care",
                        null,
                        "p" + random.nextInt(5),
                        at,
                        at.plusSeconds(900),
                        "follow-up",
                        null,
                        "ehr",
                        "outside-" + id,
                        "1",
                        at);
            case 2 ->
                new AppointmentEvent.AppointmentRescheduled(
                        id, null, "dr-" + random.nextInt(3), at, at.plusSeconds(600), null, null, null, at);
            case 3 -> new AppointmentEvent.AppointmentArrived(id, "v" + random.nextInt(5), at);
            case 4 -> new AppointmentEvent.AppointmentCancelled(id, "test", null, null, at);
            case 5 ->
                new AppointmentEvent.AppointmentWritten(id, "pms", "pms-" + id, "1", AppointmentStatus.BOOKED, at);
            default -> new AppointmentEvent.AppointmentConfirmed(id, at);
        };
        return new Happening(id, null, event);
    }
}
