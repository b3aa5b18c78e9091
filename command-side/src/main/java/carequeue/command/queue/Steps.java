package carequeue.command.queue;

import static carequeue.command.queue.EntryStep.ASSIGN;
import static carequeue.command.queue.EntryStep.AWAIT;
import static carequeue.command.queue.EntryStep.BRING_BACK;
import static carequeue.command.queue.EntryStep.COMPLETE;
import static carequeue.command.queue.EntryStep.HOLD;
import static carequeue.command.queue.EntryStep.LEAVE;
import static carequeue.command.queue.EntryStep.NEED;
import static carequeue.command.queue.EntryStep.NO_SHOW_UP;
import static carequeue.command.queue.EntryStep.PRIORITIZE;
import static carequeue.command.queue.EntryStep.RECALL;
import static carequeue.command.queue.EntryStep.RELEASE;
import static carequeue.command.queue.EntryStep.START;
import static carequeue.command.queue.EntryStep.TRANSFER;

import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryNote.EntryReassigned;
import carequeue.api.queue.EntryNote.PointNeeded;
import carequeue.api.queue.EntryNote.WaitsForProvider;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand.AssignProvider;
import carequeue.api.queue.QueueCommand.NeedPoint;
import carequeue.api.queue.QueueCommand.Prioritize;
import carequeue.api.queue.QueueCommand.TransferEntry;
import carequeue.api.queue.QueueEvent.EntryBroughtBack;
import carequeue.api.queue.QueueEvent.EntryElsewhere;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryHeld;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryNoShow;
import carequeue.api.queue.QueueEvent.EntryPrioritized;
import carequeue.api.queue.QueueEvent.EntryRecalled;
import carequeue.api.queue.QueueEvent.EntryReleased;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.ServiceCompleted;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.StepUndone;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What the steps of one entry come to, and when they are refused. */
record Steps(Entry entry, String queueId, CallingPolicy policy, Instant at) {

    EntryEvent recall() {
        int recalls = entry.must(RECALL).standing().recalls();
        if (recalls >= policy.recallsAtMost()) {
            throw new Refused.AgainstRule(
                    "recall-limit",
                    "Ticket " + entry.joined().ticket() + " was put back to wait " + recalls
                            + " times already; mark it as no-show instead.");
        }
        return new EntryRecalled(queueId, entry.id(), visitId(), recalls + 1, at);
    }

    EntryEvent start() {
        String point = entry.must(START).standing().servicePoint();
        return new ServiceStarted(queueId, entry.id(), visitId(), point, at);
    }

    EntryEvent complete(String next, Rules rules) {
        entry.must(COMPLETE);
        if (next == null) {
            return new ServiceCompleted(queueId, entry.id(), visitId(), null, null, null, at);
        }
        rules.mustOffer(next, at);
        boolean keeps = policy.nextServiceKeepsArrival();
        return new ServiceCompleted(queueId, entry.id(), visitId(), next, arrival(keeps), rule(keeps), at);
    }

    EntryEvent hold(HoldReason reason) {
        entry.must(HOLD);
        if (!Entry.mayBeHeld(entry.standing().acuity(), reason)) {
            throw new Refused.AgainstRule(
                    "never-held",
                    "Patients of acuity 1 or 2, and those not triaged yet, are never held for " + reason + ".");
        }
        return new EntryHeld(queueId, entry.id(), reason, at);
    }

    EntryEvent release() {
        entry.must(RELEASE);
        return new EntryReleased(queueId, entry.id(), at);
    }

    EntryEvent noShow() {
        entry.must(NO_SHOW_UP);
        return new EntryNoShow(queueId, entry.id(), visitId(), at);
    }

    EntryEvent bringBack(Line line) {
        entry.must(BRING_BACK);
        line.mustNotBeTwice(entry.joined().patientId(), entry.id());
        boolean keeps = policy.broughtBackKeepsArrival();
        return new EntryBroughtBack(queueId, entry.id(), visitId(), arrival(keeps), rule(keeps), at);
    }

    EntryEvent transfer(TransferEntry order, Rules there) {
        entry.must(TRANSFER);
        there.mustOffer(order.serviceId(), at);
        there.mustHave(entry.marks().needs());
        boolean keeps = policy.transferKeepsArrival();
        return new EntryTransferred(
                queueId,
                entry.id(),
                visitId(),
                there.site().siteId(),
                order.serviceId(),
                order.reason(),
                arrival(keeps),
                rule(keeps),
                entry.marks().needs(),
                at);
    }

    EntryEvent leave(String reason) {
        entry.must(LEAVE);
        return new EntryLeft(queueId, entry.id(), visitId(), reason, at);
    }

    /** The acuity set; a hold for money that the new acuity forbids ends first. */
    List<EntryEvent> prioritize(Prioritize order) {
        entry.must(PRIORITIZE);
        Integer before = entry.standing().acuity();
        if (order.acuity().equals(before)) {
            return List.of();
        }
        EntryEvent set = new EntryPrioritized(queueId, entry.id(), before, order.acuity(), order.reason(), at);
        boolean heldOn = entry.state() != EntryState.HELD
                || Entry.mayBeHeld(order.acuity(), entry.standing().held());
        return heldOn ? List.of(set) : List.of(release(), set);
    }

    EntryEvent undo(Line line) {
        StepUndone undone = entry.undo(at);
        EntryState back = undone.back().state();
        if (back.active()) {
            line.mustNotBeTwice(entry.joined().patientId(), entry.id());
        }
        if (entry.elsewhere() && (back == EntryState.CALLED || back == EntryState.IN_SERVICE)) {
            throw Calls.elsewhere(entry);
        }
        if (back == EntryState.CALLED) {
            Calls.mustHaveRoom(
                    line, policy, undone.back().servicePoint(), undone.back().servicePointName());
        }
        return undone;
    }

    /** Bound to another provider, who is there; nothing happens when it is bound so already. */
    List<EntryEvent> assign(AssignProvider order) {
        entry.must(ASSIGN);
        String before = entry.marks().providerId();
        if (Objects.equals(before, order.providerId())) {
            return List.of();
        }
        Providers.mustBeThere(order.site(), order.providerId());
        return List.of(
                new EntryReassigned(queueId, entry.id(), visitId(), before, order.providerId(), order.reason(), at));
    }

    /** In need of a point of a kind that is there; nothing happens when that is known already. */
    List<EntryEvent> need(NeedPoint order, Rules rules) {
        entry.must(NEED);
        String before = entry.marks().needs();
        if (Objects.equals(before, order.kind())) {
            return List.of();
        }
        rules.mustHave(order.kind());
        return List.of(new PointNeeded(queueId, entry.id(), visitId(), before, order.kind(), order.reason(), at));
    }

    List<EntryEvent> awaitProvider() {
        entry.must(AWAIT);
        return entry.marks().missing()
                ? List.of(new WaitsForProvider(
                        queueId, entry.id(), visitId(), entry.marks().providerId(), at))
                : List.of();
    }

    EntryEvent elsewhere(boolean now) {
        return new EntryElsewhere(queueId, entry.id(), now, at);
    }

    String visitId() {
        return entry.joined().visitId();
    }

    private Instant arrival(boolean keeps) {
        return keeps ? entry.standing().arrivedAt() : at;
    }

    private static String rule(boolean keeps) {
        return keeps ? "keeps-arrival" : "arrives-again";
    }
}
