package carequeue.adapter.x12;

import carequeue.adapter.x12.X12Refused.Reason;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes interchanges; counts and control numbers of the closing segments are its business. A value that holds a separator, a control
 * character or a letter outside of X12's extended set is refused, never passed on; {@link X12Text} makes values that are fit to be written.
 */
public final class X12Writer {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final Delimiters delimiters;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EDIStreamWriter writer;

    private X12Writer(Delimiters delimiters) {
        this.delimiters = delimiters;
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIStreamConstants.Delimiters.DATA_ELEMENT, delimiters.element());
        factory.setProperty(EDIStreamConstants.Delimiters.REPETITION, delimiters.repetition());
        factory.setProperty(EDIStreamConstants.Delimiters.COMPONENT_ELEMENT, delimiters.component());
        factory.setProperty(EDIStreamConstants.Delimiters.SEGMENT, delimiters.segment());
        factory.setProperty(EDIOutputFactory.TRUNCATE_EMPTY_ELEMENTS, true);
        this.writer = factory.createEDIStreamWriter(out);
    }

    /** With the usual separators. */
    public static String write(Interchange interchange) {
        return write(interchange, Delimiters.USUAL);
    }

    /**
     * With these separators.
     *
     * @throws X12Refused when a value cannot be written
     */
    public static String write(Interchange interchange, Delimiters delimiters) {
        X12Writer writing = new X12Writer(delimiters);
        try {
            writing.interchange(interchange);
            writing.writer.close();
        } catch (EDIStreamException e) {
            throw new X12Refused(
                    Reason.MALFORMED,
                    e.getLocation() == null ? "ISA" : e.getLocation().getSegmentTag(),
                    0);
        }
        return writing.out.toString(StandardCharsets.UTF_8);
    }

    private void interchange(Interchange one) throws EDIStreamException {
        writer.startInterchange();
        isa(one);
        for (Segment acknowledgement : one.acknowledgements()) {
            segment(acknowledgement);
        }
        for (FunctionalGroup group : one.groups()) {
            group(group);
        }
        segment(Segment.of("IEA", String.valueOf(one.groups().size()), one.controlNumber()));
        writer.endInterchange();
    }

    // Every element of ISA has a fixed length, also the empty ones.
    private void isa(Interchange one) throws EDIStreamException {
        if (!one.controlNumber().matches("\\d{9}")) {
            throw new X12Refused(Reason.VALUE, "ISA13", 0);
        }
        writer.writeStartSegment("ISA");
        for (String element : List.of(
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                padded(one.sender().qualifier(), 2, "ISA05"),
                padded(one.sender().id(), 15, "ISA06"),
                padded(one.receiver().qualifier(), 2, "ISA07"),
                padded(one.receiver().id(), 15, "ISA08"),
                SHORT_DAY.format(one.at()),
                TIME.format(one.at()),
                String.valueOf(delimiters.repetition()),
                "00501",
                one.controlNumber(),
                "0",
                one.production() ? "P" : "T",
                String.valueOf(delimiters.component()))) {
            writer.writeElement(element);
        }
        writer.writeEndSegment();
    }

    private String padded(String text, int length, String element) {
        if (text.isBlank() || text.length() > length || !X12Text.writable(text, delimiters)) {
            throw new X12Refused(Reason.VALUE, element, 0);
        }
        return text + " ".repeat(length - text.length());
    }

    private void group(FunctionalGroup group) throws EDIStreamException {
        segment(Segment.of(
                "GS",
                group.functionalId(),
                group.sender(),
                group.receiver(),
                day(group.at()),
                TIME.format(group.at()),
                group.controlNumber(),
                "X",
                group.version()));
        for (Transaction transaction : group.transactions()) {
            transaction(transaction);
        }
        segment(Segment.of("GE", String.valueOf(group.transactions().size()), group.controlNumber()));
    }

    private static String day(LocalDateTime at) {
        return DAY.format(at);
    }

    private void transaction(Transaction one) throws EDIStreamException {
        segment(Segment.of("ST", one.code(), one.controlNumber(), one.implementation()));
        for (Segment segment : one.segments()) {
            segment(segment);
        }
        segment(Segment.of("SE", String.valueOf(one.segments().size() + 2), one.controlNumber()));
    }

    private void segment(Segment segment) throws EDIStreamException {
        writer.writeStartSegment(segment.tag());
        for (int element = 1; element <= segment.elements().size(); element++) {
            element(segment, element);
        }
        writer.writeEndSegment();
    }

    private void element(Segment segment, int element) throws EDIStreamException {
        writer.writeStartElement();
        boolean again = false;
        for (List<String> components : segment.repetitions(element)) {
            if (again) {
                writer.writeRepeatElement();
            }
            again = true;
            components(segment, element, trimmed(components));
        }
        writer.endElement();
    }

    private void components(Segment segment, int element, List<String> components) throws EDIStreamException {
        for (String text : components) {
            if (!X12Text.writable(text, delimiters)) {
                throw segment.refused(Reason.VALUE, element);
            }
        }
        if (components.size() == 1) {
            writer.writeElementData(components.get(0));
            return;
        }
        for (String text : components) {
            writer.startComponent();
            writer.writeElementData(text);
            writer.endComponent();
        }
    }

    private static List<String> trimmed(List<String> components) {
        int size = components.size();
        while (size > 1 && components.get(size - 1).isEmpty()) {
            size--;
        }
        return components.subList(0, size);
    }
}
