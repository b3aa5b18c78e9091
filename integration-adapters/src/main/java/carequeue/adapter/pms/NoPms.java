package carequeue.adapter.pms;

import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Stands where no practice management system is connected, so that one connected later is not told of everything that was before. */
@Component
@ConditionalOnExpression("'${carequeue.pms.url:}'.isBlank()")
@ProcessingGroup("effect.pms")
@DisallowReplay
public class NoPms {

    @EventHandler
    void on(AppointmentBooked event) {
        // The group's token follows history all the same.
    }
}
