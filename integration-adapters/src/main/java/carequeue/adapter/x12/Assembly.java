package carequeue.adapter.x12;

import carequeue.adapter.x12.X12Refused.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Puts segments, whose order and counts were checked, into their envelopes. */
final class Assembly {

    private static final String VERSION = "00501";
    private static final String GROUP_VERSION = "005010";

    private final List<Segment> segments;
    private int next;

    Assembly(List<Segment> segments) {
        this.segments = segments;
    }

    List<Interchange> interchanges() {
        List<Interchange> all = new ArrayList<>();
        while (next < segments.size()) {
            all.add(interchange(take("ISA")));
        }
        if (all.isEmpty()) {
            throw new X12Refused(Reason.NO_INTERCHANGE, "ISA", 0);
        }
        return all;
    }

    private Interchange interchange(Segment isa) {
        if (!isa.text(12).equals(VERSION)) {
            throw isa.refused(Reason.WRONG_VERSION, 12);
        }
        List<Segment> acknowledgements = new ArrayList<>();
        List<FunctionalGroup> groups = new ArrayList<>();
        while (!ahead("IEA")) {
            if (ahead("TA1")) {
                acknowledgements.add(take("TA1"));
            } else {
                groups.add(group(take("GS")));
            }
        }
        take("IEA");
        return new Interchange(
                new Party(isa.text(5).strip(), isa.text(6).strip()),
                new Party(isa.text(7).strip(), isa.text(8).strip()),
                at(isa, 9, 10),
                isa.text(13),
                isa.text(15).equals("P"),
                acknowledgements,
                groups);
    }

    private FunctionalGroup group(Segment gs) {
        if (!gs.text(8).startsWith(GROUP_VERSION)) {
            throw gs.refused(Reason.WRONG_VERSION, 8);
        }
        List<Transaction> transactions = new ArrayList<>();
        while (!ahead("GE")) {
            transactions.add(transaction(take("ST"), gs.text(8)));
        }
        take("GE");
        return new FunctionalGroup(
                gs.text(1), gs.text(2), gs.text(3), at(gs, 4, 5), gs.text(6), gs.text(8), transactions);
    }

    private Transaction transaction(Segment st, String version) {
        List<Segment> inside = new ArrayList<>();
        while (!ahead("SE")) {
            inside.add(take(null));
        }
        take("SE");
        return new Transaction(st.text(1), st.text(2), st.has(3) ? st.text(3) : version, inside);
    }

    private boolean ahead(String tag) {
        return next < segments.size() && segments.get(next).is(tag);
    }

    private Segment take(String tag) {
        if (next >= segments.size()) {
            throw new X12Refused(Reason.TRUNCATED, tag == null ? "SE" : tag, next);
        }
        Segment segment = segments.get(next++);
        if (tag != null && !segment.is(tag)) {
            throw new X12Refused(Reason.UNEXPECTED, segment.tag(), segment.position());
        }
        return segment;
    }

    /** ISA writes the year with two digits, GS with four. */
    private static LocalDateTime at(Segment segment, int date, int time) {
        String day = segment.text(date);
        try {
            LocalDate on = LocalDate.parse(day.length() == 6 ? "20" + day : day, DateTimeFormatter.BASIC_ISO_DATE);
            String clock = segment.text(time);
            return on.atTime(LocalTime.parse(clock.substring(0, 2) + ":" + clock.substring(2, 4)));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw segment.refused(Reason.VALUE, date);
        }
    }
}
