package carequeue.adapter.message;

/**
 * How a site shows itself in messages.
 *
 * @param site its neutral name
 * @param colour of its emails, as {@code #rrggbb}
 * @param address the postal address, or null
 * @param phone the telephone number, or null
 */
public record Look(String site, String colour, String address, String phone) {

    private static final double ENOUGH = 4.5;

    /** The colour in which words on the site's own colour can be read (WCAG 2.1, 1.4.3): white, or black on light ones. */
    public String ink() {
        return 1.05 / (luminance() + 0.05) >= ENOUGH ? "#ffffff" : "#000000";
    }

    private double luminance() {
        return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
    }

    private double part(int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
