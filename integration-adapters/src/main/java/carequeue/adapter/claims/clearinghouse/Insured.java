package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.Bill.Insurance;
import carequeue.adapter.claims.Bill.Person;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.x12.Segment;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.CoverageOrder;
import java.util.List;

/** Writes whose policy it is, the payer, and the patient where that is another person (loops 2000B to 2010CA). */
final class Insured {

    private final ClaimSettings settings;
    private final Bill bill;
    private final Form form;
    private final List<Segment> segments;

    Insured(ClaimSettings settings, Bill bill, Form form, List<Segment> segments) {
        this.settings = settings;
        this.bill = bill;
        this.form = form;
        this.segments = segments;
    }

    void write() {
        Insurance insurance = bill.insurance();
        boolean dependant = insurance.dependant();
        add("HL", "2", "1", "22", dependant ? "1" : "0");
        add(
                "SBR",
                order(insurance.order()),
                dependant ? null : "18",
                insurance.groupNumber() == null ? null : form.id(insurance.groupNumber(), 50, "coverage.groupNumber"),
                null,
                null,
                null,
                null,
                null,
                form.id(settings.filingIndicator(insurance.payerId()), 2, "filingIndicator"));
        Person holder = dependant ? insurance.subscriber() : bill.patient();
        add(policyHolder(form, "IL", holder, insurance));
        born(holder, dependant);
        add(payer(form, insurance));
        if (dependant) {
            patient(insurance);
        }
    }

    // Where the patient is another, their own address and birth date are what counts.
    private void born(Person holder, boolean dependant) {
        if (!dependant) {
            new Addresses(form, segments).patient(holder.address());
            add("DMG", "D8", form.day(holder.birthDate(), "patient.birthDate"), Form.sex(holder.gender()));
        }
    }

    private void patient(Insurance insurance) {
        add("HL", "3", "2", "23", "0");
        add("PAT", relationship(insurance.relationship()));
        Person who = bill.patient();
        add("NM1", "QC", "1", form.words(who.lastName(), "patient.lastName"), Form.optional(who.firstName()));
        new Addresses(form, segments).patient(who.address());
        add("DMG", "D8", form.day(who.birthDate(), "patient.birthDate"), Form.sex(who.gender()));
    }

    static Segment policyHolder(Form form, String as, Person holder, Insurance insurance) {
        return Segment.of(
                "NM1",
                as,
                "1",
                form.words(holder == null ? null : holder.lastName(), "subscriber.lastName"),
                Form.optional(holder == null ? null : holder.firstName()),
                null,
                null,
                null,
                "MI",
                form.id(insurance.memberId(), 80, "coverage.memberId"));
    }

    static Segment payer(Form form, Insurance insurance) {
        String id = form.id(insurance.payerId(), 80, "coverage.payerId");
        return Segment.of(
                "NM1",
                "PR",
                "2",
                form.words(insurance.payerName(), "coverage.payerName"),
                null,
                null,
                null,
                null,
                "PI",
                id);
    }

    /** The code of SBR01. */
    static String order(CoverageOrder order) {
        return order == CoverageOrder.PRIMARY ? "P" : "S";
    }

    /** The code of PAT01 and SBR02. */
    static String relationship(Relationship relationship) {
        return switch (relationship) {
            case SELF -> "18";
            case SPOUSE -> "01";
            case CHILD -> "19";
            case OTHER -> "G8";
        };
    }

    private void add(Segment segment) {
        segments.add(segment);
    }

    private void add(String tag, Object... elements) {
        segments.add(Segment.of(tag, elements));
    }
}
