package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.Clinic;
import carequeue.adapter.x12.Interchange;
import carequeue.adapter.x12.Party;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.Transaction;
import carequeue.adapter.x12.X12Text;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes a bill as an X12 837P (005010X222A1): one claim in one interchange. */
final class ProfessionalClaim {

    private static final String GUIDE = "005010X222A1";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final ClaimSettings settings;
    private final Bill bill;
    private final Clinic clinic;
    private final Form form;
    private final List<Segment> segments = new ArrayList<>();

    private ProfessionalClaim(ClaimSettings settings, Bill bill) {
        this.settings = settings;
        this.bill = bill;
        this.form = Form.of(settings, bill);
        this.clinic = settings.clinics().get(bill.siteId());
    }

    /**
     * Writes it.
     *
     * @throws carequeue.adapter.claims.Unsendable when something that the guide demands is missing or cannot be written
     */
    static Interchange of(ClaimSettings settings, Bill bill, String number, LocalDateTime at) {
        ProfessionalClaim writing = new ProfessionalClaim(settings, bill);
        writing.form.mustBeWhole();
        writing.head(at);
        writing.billing();
        new Insured(settings, bill, writing.form, writing.segments).write();
        new Services(settings, bill, writing.clinic, writing.form, writing.segments).write();
        writing.form.mustBeWhole();
        return Interchange.of(
                new Party(settings.senderQualifier(), settings.senderId()),
                new Party(settings.receiverQualifier(), settings.receiverId()),
                at,
                number,
                settings.production(),
                "HC",
                new Transaction("837", "0001", GUIDE, writing.segments));
    }

    private void head(LocalDateTime at) {
        String day = form.day(at.toLocalDate(), "day");
        add("BHT", "0019", "00", bill.controlNumber(), day, TIME.format(at), "CH");
        add(
                "NM1",
                "41",
                "2",
                form.words(clinic.name(), "clinic.name"),
                null,
                null,
                null,
                null,
                "46",
                settings.senderId());
        add(
                "PER",
                "IC",
                form.words(settings.contact().name(), "contact.name"),
                "TE",
                form.phone(settings.contact().phone()));
        add(
                "NM1",
                "40",
                "2",
                X12Text.words(settings.receiverId(), 60),
                null,
                null,
                null,
                null,
                "46",
                settings.receiverId());
    }

    private void billing() {
        add("HL", "1", null, "20", "1");
        if (clinic.taxonomy() != null && !clinic.taxonomy().isBlank()) {
            add("PRV", "BI", "PXC", form.id(clinic.taxonomy(), 50, "clinic.taxonomy"));
        }
        String npi = form.id(bill.billingNpi(), 80, "billingNpi");
        add("NM1", "85", "2", form.words(clinic.name(), "clinic.name"), null, null, null, null, "XX", npi);
        new Addresses(form, segments).clinic(clinic.street(), clinic.city(), clinic.state(), clinic.zip());
        add("REF", "EI", form.id(clinic.taxId().replace("-", ""), 50, "clinic.taxId"));
    }

    private void add(String tag, Object... elements) {
        segments.add(Segment.of(tag, elements));
    }
}
