package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.Bill.Person;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.x12.Interchange;
import carequeue.adapter.x12.Party;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.Transaction;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes the question how a bill stands as an X12 276 (005010X212); its trace number is the bill's control number. */
final class StatusQuestion {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final Bill bill;
    private final Form form;
    private final List<Segment> segments = new ArrayList<>();

    private StatusQuestion(ClaimSettings settings, Bill bill) {
        this.bill = bill;
        this.form = Form.of(settings, bill);
    }

    static Interchange of(ClaimSettings settings, Bill bill, String number, LocalDateTime at) {
        StatusQuestion writing = new StatusQuestion(settings, bill);
        writing.form.mustBeWhole();
        writing.write(settings, number, at);
        writing.form.mustBeWhole();
        return Interchange.of(
                new Party(settings.senderQualifier(), settings.senderId()),
                new Party(settings.receiverQualifier(), settings.receiverId()),
                at,
                number,
                settings.production(),
                "HR",
                new Transaction("276", "0001", "005010X212", writing.segments));
    }

    private void write(ClaimSettings settings, String number, LocalDateTime at) {
        String name = settings.clinics().get(bill.siteId()).name();
        add("BHT", "0010", "13", number, form.day(at.toLocalDate(), "day"), TIME.format(at));
        add("HL", "1", null, "20", "1");
        segments.add(Insured.payer(form, bill.insurance()));
        add("HL", "2", "1", "21", "1");
        organization("41", name, "46", settings.senderId());
        add("HL", "3", "2", "19", "1");
        organization("1P", name, "XX", form.id(bill.billingNpi(), 80, "billingNpi"));
        people();
        add("TRN", "1", bill.controlNumber());
        if (bill.payerClaimNumber() != null) {
            add("REF", "1K", form.id(bill.payerClaimNumber(), 50, "payerClaimNumber"));
        }
        add("AMT", "T3", Form.amount(bill.total()));
        add("DTP", "472", "D8", form.day(bill.serviceDate(), "serviceDate"));
    }

    private void people() {
        boolean dependant = bill.insurance().dependant();
        Person patient = bill.patient();
        Person holder = dependant ? bill.insurance().subscriber() : patient;
        add("HL", "4", "3", "22", dependant ? "1" : "0");
        if (!dependant) {
            add("DMG", "D8", form.day(patient.birthDate(), "patient.birthDate"), Form.sex(patient.gender()));
        }
        segments.add(Insured.policyHolder(form, "IL", holder, bill.insurance()));
        if (dependant) {
            add("HL", "5", "4", "23");
            add("DMG", "D8", form.day(patient.birthDate(), "patient.birthDate"), Form.sex(patient.gender()));
            add(
                    "NM1",
                    "QC",
                    "1",
                    form.words(patient.lastName(), "patient.lastName"),
                    Form.optional(patient.firstName()));
        }
    }

    private void organization(String as, String name, String kind, String id) {
        add("NM1", as, "2", form.words(name, "clinic.name"), null, null, null, null, kind, id);
    }

    private void add(String tag, Object... elements) {
        segments.add(Segment.of(tag, elements));
    }
}
