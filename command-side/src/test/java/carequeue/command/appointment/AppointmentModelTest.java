package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;
import static carequeue.command.appointment.Booked.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.command.Bare;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random orders and outside news, beside a simple model: the status is always the model's, and nobody who is here loses their place. */
class AppointmentModelTest {

    private static final Bare BARE = new Bare(Appointment.class, Booked.sites());
    private static final Set<AppointmentStatus> PLANNED = EnumSet.of(PROPOSED, PENDING, BOOKED, WAITLIST);
    private static final Set<AppointmentStatus> HERE = EnumSet.of(ARRIVED, CHECKED_IN);

    /** How a child would keep it: where it stands, for which visit, and whether we or the EHR said so last. */
    private static final class Model {
        AppointmentStatus status = BOOKED;
        String visit;
        boolean ourWord;
        int version = 1;
    }

    private Model model;

    @Property
    void anAppointmentDoesWhatItsModelDoes(@ForAll @Size(max = 40) List<@IntRange(max = 99_999) Integer> dice) {
        BARE.startAgain(NOON);
        model = new Model();
        BARE.tries(Booked.says(BOOKED, NOON, "dr-lee", "1", null, null));
        for (int die : dice) {
            BARE.passes(Duration.ofSeconds(die % 600));
            step(die / 600);
            assertThat(statusOf(BARE.told("a1"))).isEqualTo(model.status);
        }
    }

    private void step(int die) {
        String visit = "v" + die % 2;
        switch (die % 11) {
            case 0 -> arrives(visit);
            case 1 -> goesOn(new CheckInAppointment("a1", visit), visit, Set.of(ARRIVED, CHECKED_IN), CHECKED_IN);
            case 2 ->
                goesOn(new FulfilAppointment("a1", visit), visit, Set.of(ARRIVED, CHECKED_IN, FULFILLED), FULFILLED);
            case 3 -> withdrawn(visit);
            case 4 -> ordered(new CancelAppointment("a1", "ill"), PLANNED, CANCELLED);
            case 5 -> ordered(new BringBackAppointment("a1"), Set.of(NOSHOW, CANCELLED), BOOKED);
            case 6 -> ordered(new MarkEnteredInError("a1", "x"), with(PLANNED, NOSHOW, CANCELLED), ENTERED_IN_ERROR);
            case 7 -> noShow();
            default -> heard(List.of(BOOKED, CANCELLED, NOSHOW, PENDING).get(die / 11 % 4));
        }
    }

    private static Set<AppointmentStatus> with(Set<AppointmentStatus> some, AppointmentStatus... more) {
        Set<AppointmentStatus> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    private void arrives(String visit) {
        boolean may = PLANNED.contains(model.status)
                || model.status == NOSHOW
                || HERE.contains(model.status) && visit.equals(model.visit);
        done(BARE.tries(new Arrive("a1", visit)), may);
        if (may && !HERE.contains(model.status)) {
            // A no-show is brought back first, and that is our word.
            model.ourWord = model.ourWord || model.status == NOSHOW;
            model.status = ARRIVED;
            model.visit = visit;
        }
    }

    private void goesOn(Object order, String visit, Set<AppointmentStatus> from, AppointmentStatus to) {
        boolean may = from.contains(model.status) && visit.equals(model.visit);
        done(BARE.tries(order), may);
        model.status = may ? to : model.status;
    }

    private void withdrawn(String visit) {
        done(BARE.tries(new WithdrawArrival("a1", visit, "left")), true);
        if (HERE.contains(model.status) && visit.equals(model.visit)) {
            model.status = BOOKED;
            model.visit = null;
        }
    }

    private void ordered(Object order, Set<AppointmentStatus> from, AppointmentStatus to) {
        boolean may = from.contains(model.status);
        done(BARE.tries(order), may);
        if (may) {
            model.status = to;
            model.ourWord = true;
        }
    }

    private void noShow() {
        boolean passed = BARE.instant().isAfter(NOON.plus(ArrivalPolicy.DEFAULT.after()));
        boolean may = model.status == BOOKED && passed;
        done(BARE.tries(new MarkAppointmentNoShow("a1", ArrivalPolicy.DEFAULT)), may);
        if (may) {
            model.status = NOSHOW;
            model.ourWord = true;
        }
    }

    /** The EHR says something newer; what we said last, or who is here, no word of it changes. */
    private void heard(AppointmentStatus said) {
        BARE.tries(Booked.says(said, NOON, "dr-lee", "" + ++model.version, null, null));
        boolean here = HERE.contains(model.status) || model.status == FULFILLED;
        boolean lessCertain = said == PENDING;
        if (!here && !model.ourWord && !lessCertain) {
            model.status = said;
        }
    }

    private static void done(Object outcome, boolean expected) {
        assertThat(outcome instanceof Refused).as(String.valueOf(outcome)).isEqualTo(!expected);
    }

    private static AppointmentStatus statusOf(List<Object> told) {
        AppointmentStatus status = null;
        for (Object event : told) {
            if (event instanceof AppointmentBooked
                    || event instanceof AppointmentBroughtBack
                    || event instanceof ArrivalWithdrawn) {
                status = BOOKED;
            } else if (event instanceof AppointmentArrived) {
                status = ARRIVED;
            } else if (event instanceof AppointmentCheckedIn) {
                status = CHECKED_IN;
            } else if (event instanceof AppointmentFulfilled) {
                status = FULFILLED;
            } else if (event instanceof AppointmentCancelled) {
                status = CANCELLED;
            } else if (event instanceof AppointmentNoShow) {
                status = NOSHOW;
            } else if (event instanceof AppointmentEnteredInError) {
                status = ENTERED_IN_ERROR;
            }
        }
        return status;
    }
}
