package carequeue.query.board;

import carequeue.api.patient.PatientEvent;
import carequeue.api.queue.QueueEvent;
import carequeue.api.visit.VisitEvent;
import carequeue.query.board.EntryRow.Key;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what the board's fold gives. */
@Component
class BoardView implements View {

    @Override
    public String name() {
        return BoardProjection.VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(BoardRows.QUEUES, EntryRow.ENTRIES, AroundRows.VISITS, AroundRows.NAMES);
    }

    @Override
    public boolean hears(Class<?> event) {
        return QueueEvent.class.isAssignableFrom(event)
                || PatientEvent.class.isAssignableFrom(event)
                || BoardProjection.OF_VISITS.contains(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof QueueEvent e) {
            sheet.want(BoardRows.QUEUES, e.queueId());
            BoardFold.touched(e).forEach(id -> sheet.want(EntryRow.ENTRIES, new Key(e.queueId(), id)));
        } else if (told.event() instanceof VisitEvent e && hears(e.getClass())) {
            sheet.want(AroundRows.VISITS, e.visitId());
        } else if (told.event() instanceof PatientEvent e && Around.name(e).isPresent()) {
            sheet.want(AroundRows.NAMES, e.patientId());
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof QueueEvent e) {
            queue(e, told.position(), sheet);
        } else if (told.event() instanceof VisitEvent e && hears(e.getClass())) {
            Around.Visit before = sheet.get(AroundRows.VISITS, e.visitId());
            Around.Visit after = Around.on(before == null ? Around.Visit.NOTHING : before, e);
            if (!after.equals(Around.Visit.NOTHING) || before != null) {
                sheet.put(AroundRows.VISITS, e.visitId(), after, told.position());
            }
        } else if (told.event() instanceof PatientEvent e) {
            Around.name(e).ifPresent(name -> sheet.put(AroundRows.NAMES, e.patientId(), name, told.position()));
        }
    }

    private static void queue(QueueEvent event, long position, Sheet sheet) {
        BoardState before = before(event, sheet);
        BoardState after = BoardFold.on(before, event);
        if (after != null) {
            sheet.put(BoardRows.QUEUES, after.queueId(), after.bare(), position);
            after.entries()
                    .values()
                    .forEach(entry -> sheet.put(
                            EntryRow.ENTRIES,
                            new Key(after.queueId(), entry.entryId()),
                            EntryRow.asKept(entry),
                            position));
        }
    }

    /** The queue with the entries that an event touches, or null. */
    private static BoardState before(QueueEvent event, Sheet sheet) {
        BoardState queue = sheet.get(BoardRows.QUEUES, event.queueId());
        if (queue == null) {
            return null;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String id : BoardFold.touched(event)) {
            Entry entry = sheet.get(EntryRow.ENTRIES, new Key(event.queueId(), id));
            if (entry != null) {
                entries.put(id, entry);
            }
        }
        return queue.with(entries);
    }
}
