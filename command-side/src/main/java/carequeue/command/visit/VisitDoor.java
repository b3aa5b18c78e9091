package carequeue.command.visit;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand;
import carequeue.api.visit.VisitCommand.CancelVisit;
import carequeue.api.visit.VisitCommand.CloseItemByHand;
import carequeue.api.visit.VisitCommand.ReverseCheckIn;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person may say of a visit itself, over HTTP: it was wrong, it does not go on, something about it is done. */
@RestController
@RequestMapping("/api")
class VisitDoor {

    private final Door door;

    VisitDoor(Door door) {
        this.door = door;
    }

    /** Why. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/check-ins/{visitId}/reverse")
    ResponseEntity<Void> reverse(
            @PathVariable String visitId, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        return send(new ReverseCheckIn(visitId, body.reason()), body, actor, http);
    }

    @PostMapping("/visits/{visitId}/cancel")
    ResponseEntity<Void> cancel(
            @PathVariable String visitId, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        return send(new CancelVisit(visitId, body.reason()), body, actor, http);
    }

    @PostMapping("/visits/{visitId}/items/{item}/close")
    ResponseEntity<Void> close(
            @PathVariable String visitId,
            @PathVariable String item,
            @Valid @RequestBody Why body,
            Actor actor,
            HttpServletRequest http) {
        OpenItem what = Stream.of(OpenItem.values())
                .filter(known -> known.toString().equals(item))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("item", item));
        return send(new CloseItemByHand(visitId, what, body.reason()), body, actor, http);
    }

    private ResponseEntity<Void> send(VisitCommand order, Why body, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return door.send(order, asked.through(asked.channel(), body.reason()), null, order.visitId())
                .accepted();
    }
}
