package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.Bill.Home;
import carequeue.adapter.x12.Segment;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes addresses as N3 and N4; what a segment demands and nobody has said is named. */
final class Addresses {

    private static final int STREET = 55;
    private static final int CITY = 30;
    /** Only there N402 is a code of two letters; elsewhere N404 names the country. */
    private static final Set<String> WITH_STATES = Set.of("", "US", "USA", "CA", "CAN");

    private final Form form;
    private final List<Segment> segments;

    Addresses(Form form, List<Segment> segments) {
        this.form = form;
        this.segments = segments;
    }

    /** Of a clinic, which lies in the United States. */
    void clinic(String street, String city, String state, String zip) {
        segments.add(Segment.of("N3", form.words(street, STREET, "clinic.street")));
        segments.add(Segment.of(
                "N4",
                form.words(city, CITY, "clinic.city"),
                form.id(state, 2, "clinic.state"),
                form.id(zip.replace("-", ""), 15, "clinic.zip")));
    }

    /** Of a patient; nothing where nobody has said where they live. */
    void patient(Home home) {
        if (home == null) {
            return;
        }
        boolean second = home.lines().size() > 1;
        segments.add(Segment.of(
                "N3",
                form.words(home.lines().isEmpty() ? null : home.lines().get(0), STREET, "patient.address.line"),
                second ? Form.optional(home.lines().get(1), STREET) : null));
        String country = home.country() == null ? "" : home.country().toUpperCase(Locale.ROOT);
        boolean states = WITH_STATES.contains(country);
        boolean abroad = !country.isEmpty() && !country.startsWith("US");
        segments.add(Segment.of(
                "N4",
                form.words(home.city(), CITY, "patient.address.city"),
                states ? form.id(home.state(), 2, "patient.address.state") : null,
                states ? form.id(zip(home.zip()), 15, "patient.address.postalCode") : zip(home.zip()),
                abroad ? form.id(country, 2, "patient.address.country") : null));
    }

    private static String zip(String text) {
        return text == null || text.isBlank() ? null : text.replaceAll("[\\s-]", "");
    }
}
