package carequeue.command.notification;

import static carequeue.command.notification.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.command.Bare;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random orders and words of providers, beside a simple model: never a second message by one way, never one after the end. */
class NotificationModelTest {

    private static final Bare BARE = new Bare(Notification.class, Messages.sites());

    /** How a child would keep it: what was tried, the best word of each attempt, and whether it is over. */
    private static final class Model {
        final Set<MessageChannel> tried = EnumSet.noneOf(MessageChannel.class);
        final Map<Integer, DeliveryStatus> best = new HashMap<>();
        boolean reached;
        boolean over;
        boolean running;
    }

    private Model model;

    @Property
    void aMessageDoesWhatItsModelDoes(@ForAll @Size(max = 40) List<@IntRange(max = 9_999) Integer> dice) {
        BARE.startAgain(NOON);
        model = new Model();
        BARE.tries(Messages.request(MessageTemplate.PLEASE_COME, Messages.TICKET, null));
        for (int die : dice) {
            BARE.passes(Duration.ofSeconds(die % 400));
            step(die);
        }
        List<Object> told = BARE.told("n1");
        assertThat(told.stream().filter(NotificationDispatched.class::isInstance))
                .hasSize(model.tried.size());
        assertThat(told.stream().filter(NotificationDelivered.class::isInstance))
                .hasSize(model.reached ? 1 : 0);
    }

    private void step(int die) {
        switch (die % 6) {
            case 0, 1 -> dispatch(MessageChannel.values()[die / 6 % 3]);
            case 2, 3 -> says(1 + die / 6 % 3, DeliveryStatus.values()[die / 18 % 5]);
            case 4 -> elapse(1 + die / 6 % 3);
            default -> end(die / 6 % 8);
        }
    }

    private void dispatch(MessageChannel way) {
        int before = told(NotificationDispatched.class);
        BARE.tries(Messages.dispatch(way));
        boolean allowed = !model.over && !model.running && !model.tried.contains(way);
        assertThat(told(NotificationDispatched.class) - before)
                .as("goes out by %s", way)
                .isEqualTo(allowed ? 1 : 0);
        if (allowed) {
            model.tried.add(way);
            model.best.put(model.tried.size(), DeliveryStatus.DISPATCHED);
            model.running = true;
        }
    }

    private void says(int attempt, DeliveryStatus status) {
        int before = told(NotificationDelivered.class);
        BARE.tries(Messages.says(attempt, status));
        DeliveryStatus best = model.best.get(attempt);
        boolean news = best != null && status.compareTo(best) > 0;
        boolean last = attempt == model.tried.size();
        boolean withdrawn = told(NotificationWithdrawn.class) > 0;
        boolean reaches = news && status == DeliveryStatus.DELIVERED && !model.reached && !withdrawn;
        assertThat(told(NotificationDelivered.class) - before).as("reached").isEqualTo(reaches ? 1 : 0);
        if (reaches) {
            model.reached = true;
            model.over = true;
            model.running = false;
        } else if (news && last && model.running && status != DeliveryStatus.SENT) {
            model.running = false;
        }
        if (news) {
            model.best.put(attempt, status);
        }
    }

    private void elapse(int attempt) {
        int before = told(NotificationUndelivered.class);
        BARE.tries(new ElapseNotification("n1", "receipt-" + attempt));
        boolean ends = model.running && attempt == model.tried.size();
        assertThat(told(NotificationUndelivered.class) - before).as("given up").isEqualTo(ends ? 1 : 0);
        if (ends) {
            model.running = false;
            model.best.put(attempt, DeliveryStatus.UNDELIVERED);
        }
    }

    private void end(int how) {
        if (how == 0) {
            BARE.tries(new WithdrawNotification("n1", "over"));
            model.running = false;
            model.over = true;
        } else if (how == 1) {
            BARE.tries(new EndChannels("n1", "no-channel-left"));
            model.over = model.over || !model.running;
        }
    }

    private static int told(Class<?> event) {
        return (int) BARE.told("n1").stream().filter(event::isInstance).count();
    }
}
