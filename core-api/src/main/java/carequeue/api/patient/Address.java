package carequeue.api.patient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where somebody lives. A part is null where it is not known.
 *
 * @param lines street and house, the most particular last
 * @param state as the sender writes it, in the United States two letters
 */
public record Address(List<String> lines, String city, String state, String postalCode, String country) {

    private static final String PART = "; ";
    private static final String LINE = " / ";

    public Address {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** The address on one line, such as {@code 12 Main St / Apt 4; Boston; MA; 02118; US}; {@link #of} reads it again. */
    public String text() {
        String street = lines.stream().map(Address::plain).collect(Collectors.joining(LINE));
        return Stream.of(street, city, state, postalCode, country)
                .map(Address::plain)
                .collect(Collectors.joining(PART))
                .replaceAll("(; ?)+$", "");
    }

    /** Reads what {@link #text} wrote, or somebody typed in the same order; what is left out at the end is not known. */
    public static Address of(String text) {
        String[] parts = text.split(";", -1);
        List<String> lines = Arrays.stream(parts[0].split(LINE))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Address(lines, part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4));
    }

    private static String part(String[] parts, int n) {
        String part = n < parts.length ? parts[n].strip() : "";
        return part.isEmpty() ? null : part;
    }

    private static String plain(String part) {
        return part == null ? "" : part.replace(';', ',').strip();
    }
}
