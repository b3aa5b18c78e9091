package carequeue.app.phi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A planted value, and every form in which it could lie about readable. */
record Needle(String value, List<String> forms) {

    /** As it is, in small letters, its digits, in hex, and in base64 at any alignment. */
    static Needle of(String value) {
        List<String> forms = new ArrayList<>(List.of(value, value.toLowerCase(Locale.ROOT)));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        forms.add(HexFormat.of().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            byte[] moved = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, moved, shift, bytes.length);
            forms.add(inner(Base64.getEncoder().encodeToString(moved), shift));
            forms.add(inner(Base64.getUrlEncoder().encodeToString(moved), shift));
        }
        return new Needle(value, forms.stream().distinct().map(Needle::latin).toList());
    }

    boolean in(byte[] hay) {
        String text = new String(hay, StandardCharsets.ISO_8859_1);
        return forms.stream().anyMatch(text::contains);
    }

    /** Where it is found. */
    List<String> places(Map<String, byte[]> contents) {
        return contents.entrySet().stream()
                .filter(place -> in(place.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    // Without the characters that depend on what stands before and behind.
    private static String inner(String base64, int shift) {
        String bare = base64.replace("=", "");
        return bare.substring(shift == 0 ? 0 : shift + 1, bare.length() - 2);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
