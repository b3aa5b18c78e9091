package carequeue.adapter.x12;

import carequeue.adapter.x12.X12Refused.Reason;
import java.text.Normalizer;
import java.util.Locale;

/** Makes values fit to be written: words are folded, identifiers are taken as they are or refused. */
public final class X12Text {

    /** X12's basic and extended characters, letters and digits aside. */
    private static final String MARKS = "!\"&'()*+,-./:;?= %@[]_{}\\|<>~^`#$";

    private X12Text() {}

    /**
     * Words such as a name: accents are dropped, capitals made, separators and whatever X12 does not know become blanks, and what is too long
     * is cut.
     *
     * @return an empty text for null
     */
    public static String words(String text, int most) {
        if (text == null) {
            return "";
        }
        String plain = Normalizer.normalize(
                        text.replace("ß", "ss")
                                .replace("ø", "o")
                                .replace("Ø", "O")
                                .replace("ł", "l")
                                .replace("Ł", "L"),
                        Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toUpperCase(Locale.ROOT);
        StringBuilder fit = new StringBuilder();
        plain.codePoints()
                .forEach(c -> fit.append(
                        known(c) && !Delimiters.USUAL.in(Character.toString(c)) ? Character.toString(c) : " "));
        String words = fit.toString().strip().replaceAll(" +", " ");
        return words.length() > most ? words.substring(0, most).strip() : words;
    }

    /**
     * An identifier, of which not a character may change.
     *
     * @param element where it is to stand, such as {@code NM109}
     * @throws X12Refused when it is empty, too long, or holds what cannot be written
     */
    public static String id(String text, int most, String element) {
        String id = text == null ? "" : text.strip();
        if (id.isEmpty() || id.length() > most || !writable(id, Delimiters.USUAL)) {
            throw new X12Refused(Reason.VALUE, element, 0);
        }
        return id;
    }

    /** Whether a value can be written as it is. */
    static boolean writable(String text, Delimiters delimiters) {
        return text.codePoints().allMatch(X12Text::known) && !delimiters.in(text);
    }

    private static boolean known(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0;
    }
}
