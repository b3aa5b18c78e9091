package carequeue.sandbox.clearinghouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** X12 as this clearing-house takes it apart: by the separators that it names. */
record Edi(List<String[]> segments, String component) {

    private static final int ISA = 106;

    /** Empty of segments where it is no interchange, or ends too early. */
    static Edi read(String text) {
        String begun = text.strip();
        if (begun.length() < ISA || !begun.startsWith("ISA")) {
            return new Edi(List.of(), ":");
        }
        String element = Pattern.quote(begun.substring(3, 4));
        List<String[]> segments = new ArrayList<>();
        for (String segment : begun.split(Pattern.quote(begun.substring(105, 106)) + "\\s*")) {
            segments.add(segment.split(element, -1));
        }
        boolean whole = segments.get(segments.size() - 1)[0].equals("IEA");
        return new Edi(whole ? segments : List.of(), begun.substring(104, 105));
    }

    boolean is(String transaction) {
        return segments.stream().anyMatch(s -> s[0].equals("ST") && transaction.equals(at(s, 1)));
    }

    /** An element of the first segment that begins so; empty where there is none. */
    String element(int element, String... begins) {
        return all(begins).stream().map(s -> at(s, element)).findFirst().orElse("");
    }

    /** Every segment that begins so. */
    List<String[]> all(String... begins) {
        return segments.stream()
                .filter(s -> s.length >= begins.length && Arrays.equals(s, 0, begins.length, begins, 0, begins.length))
                .toList();
    }

    String[] parts(String composite) {
        return composite.split(Pattern.quote(component), -1);
    }

    static String at(String[] segment, int element) {
        return element < segment.length ? segment[element] : "";
    }
}
