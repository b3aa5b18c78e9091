package carequeue.app.permuted;

import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemRaised;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What came of a journey, as its events tell it.
 *
 * @param events of the visit and all that came of it, in the order of history
 * @param again of who said once more that they are here
 * @param appointment what happened to the appointment, empty for who had none
 * @param processes that have not ended, by the names of their kinds
 */
record Outcome(
        Journey journey, List<Object> events, List<Object> again, List<Object> appointment, Set<String> processes) {

    <E> List<E> all(Class<E> type) {
        return of(type, events);
    }

    <E> List<E> ofAppointment(Class<E> type) {
        return of(type, appointment);
    }

    private static <E> List<E> of(Class<E> type, List<Object> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E> long sum(Class<E> type, ToLongFunction<E> amount) {
        return all(type).stream().mapToLong(amount).sum();
    }

    boolean says(Word word) {
        return journey.course.says(word);
    }

    /** Whether the patient came, and to an appointment that was still there. */
    boolean isTakenIn() {
        return comes() && !comesInVain();
    }

    boolean comes() {
        return journey.appointment() == null || says(Word.COMES);
    }

    boolean comesInVain() {
        return says(Word.COMES) && journey.course.saysBefore(Word.CANCELLED, Word.COMES);
    }

    List<String> tickets() {
        return all(EntryJoined.class).stream().map(EntryJoined::ticket).toList();
    }

    boolean isRefused() {
        return !all(CheckInRefused.class).isEmpty();
    }

    /** What is still to be done, as it stands in the end. */
    Set<OpenItem> open() {
        Set<OpenItem> open = EnumSet.noneOf(OpenItem.class);
        for (Object event : events) {
            if (event instanceof ItemRaised e) {
                open.add(e.item());
            } else if (event instanceof ItemClosed e) {
                open.remove(e.item());
            }
        }
        return open;
    }

    /** What is not as it should be, in words; nothing else is expected of any journey than of the others of its kind. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        VisitLaws visit = new VisitLaws(this);
        MoneyLaws money = new MoneyLaws(this);
        ClaimLaws claims = new ClaimLaws(this);
        List.<Runnable>of(
                        visit::oneTicketAndOneEnd,
                        visit::whatIsOpenIsNamed,
                        visit::toldOnceByEachWay,
                        visit::theAppointmentEndsAsItShould,
                        visit::noProcessWaitsForNothing,
                        money::nothingIsAskedTwice,
                        money::theLedgerAddsUp,
                        money::whatIsOwedIsSeen,
                        claims::oneClaimForEachPayer,
                        claims::eachEndsOrWaits)
                .forEach(law -> {
                    try {
                        law.run();
                    } catch (AssertionError broken) {
                        faults.add(broken.getMessage());
                    }
                });
        return faults;
    }

    @Override
    public String toString() {
        return journey.toString();
    }
}
