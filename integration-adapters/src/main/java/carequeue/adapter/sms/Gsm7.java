package carequeue.adapter.sms;

import java.text.Normalizer;

/** The alphabet of text messages: what is within it costs least, what is not makes every part shorter. */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String TWO_PLACES = "^{}\\[~]|€";

    private Gsm7() {}

    /** The same text with the nearest letters of the alphabet, where there are such. */
    static String nearest(String text) {
        StringBuilder near = new StringBuilder();
        text.codePoints().forEach(c -> near.append(nearest(c)));
        return near.toString();
    }

    private static String nearest(int c) {
        String one = Character.toString(c);
        if (fits(one)) {
            return one;
        }
        String plain = switch (c) {
            case '\u2018', '\u2019', '\u00b4', '`' -> "'";
            case '\u201c', '\u201d', '\u00ab', '\u00bb' -> "\"";
            case '\u2013', '\u2014', '\u2011' -> "-";
            case '\u2026' -> "...";
            case '\u00a0', '\t' -> " ";
            default -> Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        };
        return fits(plain) ? plain : one;
    }

    /** Whether every letter is of the alphabet. */
    static boolean fits(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || TWO_PLACES.indexOf(c) >= 0);
    }

    /** How many messages the carrier makes of it. */
    static int parts(String text) {
        boolean fits = fits(text);
        long places =
                fits ? text.chars().map(c -> TWO_PLACES.indexOf(c) >= 0 ? 2 : 1).sum() : text.length();
        int alone = fits ? 160 : 70;
        int each = fits ? 153 : 67;
        return places <= alone ? 1 : (int) ((places + each - 1) / each);
    }
}
