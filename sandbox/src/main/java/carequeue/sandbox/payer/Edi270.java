package carequeue.sandbox.payer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A 270 as a clearing-house takes it apart: by the separators that it names, and with what is wrong about it. */
record Edi270(List<String[]> segments, String fault) {

    private static final int ISA = 106;

    static Edi270 read(String text) {
        List<String[]> segments = new ArrayList<>();
        if (text.length() < ISA || !text.startsWith("ISA")) {
            return new Edi270(segments, "024");
        }
        String element = Pattern.quote(text.substring(3, 4));
        String end = Pattern.quote(text.substring(105, 106)) + "\\s*";
        for (String segment : text.split(end)) {
            segments.add(segment.split(element, -1));
        }
        return new Edi270(segments, fault(segments));
    }

    private static String fault(List<String[]> segments) {
        String[] isa = segments.get(0);
        String[] last = segments.get(segments.size() - 1);
        if (!last[0].equals("IEA") || last.length < 3) {
            return "023";
        } else if (!last[2].equals(isa[13])) {
            return "001";
        }
        return segments.stream().anyMatch(one -> one[0].equals("ST") && one.length > 1 && one[1].equals("270"))
                ? ""
                : "022";
    }

    boolean understood() {
        return fault.isEmpty();
    }

    String controlNumber() {
        return segments.isEmpty() ? "000000000" : segments.get(0)[13];
    }

    String sender() {
        return segments.isEmpty() ? "UNKNOWN" : segments.get(0)[6].strip();
    }

    /** TRN02, which the answer gives back. */
    String reference() {
        return element("TRN", 2);
    }

    /** TRN03. */
    String originator() {
        return element("TRN", 3);
    }

    String payer() {
        return who("PR").map(nm1 -> nm1.length > 9 ? nm1[9] : "").orElse("");
    }

    String member() {
        return who("IL").map(nm1 -> nm1.length > 9 ? nm1[9] : "").orElse("");
    }

    boolean dependent() {
        return who("03").isPresent();
    }

    private Optional<String[]> who(String entity) {
        return segments.stream()
                .filter(one -> one[0].equals("NM1") && one.length > 1 && one[1].equals(entity))
                .findFirst();
    }

    private String element(String tag, int at) {
        return segments.stream()
                .filter(one -> one[0].equals(tag) && one.length > at)
                .map(one -> one[at])
                .findFirst()
                .orElse("");
    }
}
