package carequeue.adapter.x12;

import carequeue.adapter.x12.X12Refused.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A segment. Elements, repetitions and components count from 1; what is not there reads as an empty text, never as null.
 *
 * @param tag such as {@code NM1}
 * @param position its number in the text it was read from, from 1; 0 for one that was made here
 * @param elements of each element its repetitions, of each repetition its components
 */
public record Segment(String tag, int position, List<List<List<String>>> elements) {

    /**
     * Makes one to be written.
     *
     * @param elements of each a String, a {@link Composite}, a List of these for repetitions, or null for an empty one
     */
    public static Segment of(String tag, Object... elements) {
        return new Segment(
                tag, 0, Arrays.stream(elements).map(Segment::repetitions).toList());
    }

    private static List<List<String>> repetitions(Object element) {
        List<?> each = element instanceof List<?> several ? several : Arrays.asList(element);
        return each.stream().map(Segment::components).toList();
    }

    private static List<String> components(Object one) {
        return one instanceof Composite composite ? composite.components() : List.of(one == null ? "" : one.toString());
    }

    public boolean is(String otherTag) {
        return tag.equals(otherTag);
    }

    /** Whether it has the tag and its first element is one of these codes. */
    public boolean is(String otherTag, String... codes) {
        return is(otherTag) && List.of(codes).contains(text(1));
    }

    public boolean has(int element) {
        return !text(element).isEmpty();
    }

    /** An element; of a composite its first component. */
    public String text(int element) {
        return text(element, 1);
    }

    public String text(int element, int component) {
        List<List<String>> repetitions = repetitions(element);
        return repetitions.isEmpty() || repetitions.get(0).size() < component
                ? ""
                : repetitions.get(0).get(component - 1);
    }

    /** The first component of each repetition that is not empty. */
    public List<String> repeats(int element) {
        List<String> all = new ArrayList<>();
        repetitions(element).forEach(components -> all.add(components.isEmpty() ? "" : components.get(0)));
        all.removeIf(String::isEmpty);
        return all;
    }

    /** The components of each repetition. */
    public List<List<String>> repetitions(int element) {
        return element > elements.size() ? List.of() : elements.get(element - 1);
    }

    /**
     * An amount, a rate or a count; null where the element is empty.
     *
     * @throws X12Refused when it is no number
     */
    public BigDecimal number(int element) {
        String text = text(element);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?(\\d{1,15}(\\.\\d{0,6})?|\\.\\d{1,6})")) {
            throw refused(Reason.VALUE, element);
        }
        return new BigDecimal(text);
    }

    /**
     * A date of eight digits, or the first day of a period ({@code RD8}); null where the element is empty.
     *
     * @throws X12Refused when it is no date
     */
    public LocalDate date(int element) {
        return has(element) ? parsed(text(element).split("-")[0], element) : null;
    }

    /** The last day of a period; of a single date the same day; null where the element is empty. */
    public LocalDate lastDate(int element) {
        String[] days = text(element).split("-");
        return has(element) ? parsed(days[days.length - 1], element) : null;
    }

    private LocalDate parsed(String digits, int element) {
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw refused(Reason.VALUE, element);
        }
    }

    /** Says which element of this segment is wrong. */
    public X12Refused refused(Reason reason, int element) {
        return new X12Refused(reason, "%s%02d".formatted(tag, element), position);
    }
}
