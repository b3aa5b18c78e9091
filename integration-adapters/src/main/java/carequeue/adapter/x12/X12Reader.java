package carequeue.adapter.x12;

import carequeue.adapter.x12.X12Refused.Reason;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads interchanges with whatever separators they name, segments on lines of their own or not, and refuses what is broken. */
public final class X12Reader {

    private static final Set<EDIStreamValidationError> COUNTS =
            Set.of(EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT);
    private static final Set<EDIStreamValidationError> NUMBERS =
            Set.of(EDIStreamValidationError.CONTROL_REFERENCE_MISMATCH);
    private static final Set<EDIStreamValidationError> NEEDED =
            Set.of(EDIStreamValidationError.REQUIRED_DATA_ELEMENT_MISSING);

    /** Where the first segment, of fixed length, is ended. */
    private static final int TERMINATOR = 105;

    private X12Reader() {}

    /**
     * The only interchange of a text.
     *
     * @throws X12Refused when there is another number of them, or it is broken
     */
    public static Interchange read(String text) {
        List<Interchange> all = readAll(text);
        if (all.size() != 1) {
            throw new X12Refused(Reason.UNEXPECTED, "ISA", 0);
        }
        return all.get(0);
    }

    /**
     * Every interchange of a file, one at least.
     *
     * @throws X12Refused when one is broken: the whole file is refused, since counts no longer say what was lost
     */
    public static List<Interchange> readAll(String text) {
        return new Assembly(segments(trimmed(text))).interchanges();
    }

    /** A byte order mark before it, and blanks, line ends and an end-of-file mark after its last segment, say nothing. */
    private static String trimmed(String text) {
        String begun = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char terminator = begun.length() > TERMINATOR ? begun.charAt(TERMINATOR) : '~';
        int end = begun.length();
        while (end > 1
                && begun.charAt(end - 1) <= ' '
                && (begun.charAt(end - 1) != terminator || begun.charAt(end - 2) <= ' ')) {
            end--;
        }
        return begun.substring(0, end);
    }

    private static List<Segment> segments(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        Collecting collecting = new Collecting();
        try (EDIStreamReader reader = factory.createEDIStreamReader(bytes, "UTF-8")) {
            while (reader.hasNext()) {
                hear(reader.next(), reader, collecting);
            }
            return collecting.segments();
        } catch (EDIStreamException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new X12Refused(Reason.TRUNCATED, "ISA", 0);
        }
    }

    private static void hear(EDIStreamEvent event, EDIStreamReader reader, Collecting collecting) {
        Location at = reader.getLocation();
        switch (event) {
            case START_SEGMENT -> collecting.begin(reader.getText(), at.getSegmentPosition());
            case ELEMENT_DATA -> collecting.add(at, reader.getText());
            case SEGMENT_ERROR ->
                throw new X12Refused(segmentReason(reader.getErrorType()), reader.getText(), at.getSegmentPosition());
            case ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> refuseElement(reader.getErrorType(), at);
            default -> {
                // Beginnings and ends of envelopes are told by their segments.
            }
        }
    }

    private static Reason segmentReason(EDIStreamValidationError error) {
        return error == EDIStreamValidationError.MANDATORY_SEGMENT_MISSING ? Reason.MISSING : Reason.UNEXPECTED;
    }

    // Lengths and codes of an envelope's names are the partners' own business; what holds the envelope together is not.
    private static void refuseElement(EDIStreamValidationError error, Location at) {
        String element = "%s%02d".formatted(at.getSegmentTag(), at.getElementPosition());
        if (COUNTS.contains(error)) {
            throw new X12Refused(Reason.COUNT, element, at.getSegmentPosition());
        } else if (NUMBERS.contains(error)) {
            throw new X12Refused(Reason.CONTROL_NUMBER, element, at.getSegmentPosition());
        } else if (NEEDED.contains(error)) {
            throw new X12Refused(Reason.VALUE, element, at.getSegmentPosition());
        }
    }

    private static X12Refused broken(EDIStreamException e) {
        Location at = e.getLocation();
        String tag = at == null || at.getSegmentTag() == null ? "ISA" : at.getSegmentTag();
        int position = at == null ? 0 : Math.max(0, at.getSegmentPosition());
        String message = String.valueOf(e.getMessage());
        if (message.contains("EDIE005")) {
            return new X12Refused(position == 0 ? Reason.NO_INTERCHANGE : Reason.TRUNCATED, tag, position);
        }
        return new X12Refused(position == 0 ? Reason.NO_INTERCHANGE : Reason.MALFORMED, tag, position);
    }

    /** Takes the reader's events and makes segments of them. */
    private static final class Collecting {

        private final List<Segment> done = new ArrayList<>();
        private final List<List<List<String>>> elements = new ArrayList<>();
        private String tag;
        private int position;

        void begin(String nextTag, int nextPosition) {
            finish();
            tag = nextTag;
            position = nextPosition;
        }

        void add(Location at, String text) {
            grow(elements, at.getElementPosition(), ArrayList::new);
            List<List<String>> repetitions = elements.get(at.getElementPosition() - 1);
            grow(repetitions, at.getElementOccurrence(), ArrayList::new);
            List<String> components = repetitions.get(at.getElementOccurrence() - 1);
            int component = Math.max(1, at.getComponentPosition());
            grow(components, component, () -> "");
            components.set(component - 1, text);
        }

        private static <T> void grow(List<T> list, int size, java.util.function.Supplier<T> filling) {
            while (list.size() < size) {
                list.add(filling.get());
            }
        }

        private void finish() {
            if (tag != null) {
                done.add(new Segment(tag, position, List.copyOf(elements)));
                elements.clear();
            }
        }

        List<Segment> segments() {
            finish();
            return done;
        }
    }
}
