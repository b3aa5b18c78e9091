package carequeue.adapter.push.fcm;

import carequeue.adapter.push.PushService;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.Probed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Asks Firebase whether it answers us; of browsers' push services and of Apple's nobody can ask that without a device. */
@Component
@ConditionalOnExpression("!'${carequeue.fcm.project:}'.isBlank()")
public class FcmHealth implements Probed {

    private final Fcm fcm;
    private final Guard guard;

    public FcmHealth(Fcm fcm, Guards guards) {
        this.fcm = fcm;
        this.guard = guards.of(PushService.PUSH);
    }

    @Override
    public String service() {
        return PushService.PUSH;
    }

    @Override
    public void probe() {
        fcm.dryRun();
    }

    @Override
    public Guard guard() {
        return guard;
    }
}
