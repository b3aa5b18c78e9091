package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.AdjustmentGroup;
import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.Bill.Line;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.Clinic;
import carequeue.adapter.x12.Composite;
import carequeue.adapter.x12.Segment;
import carequeue.api.claim.Adjustment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the claim itself: its diagnoses, who treated, what the payer before decided, and each service (loops 2300 to 2400). */
final class Services {

    private static final int MOST_DIAGNOSES = 12;
    private static final int MOST_LINES = 50;
    private static final int MOST_POINTERS = 4;
    private static final int REASONS_IN_A_SEGMENT = 6;

    private final ClaimSettings settings;
    private final Bill bill;
    private final Clinic clinic;
    private final Form form;
    private final List<Segment> segments;

    Services(ClaimSettings settings, Bill bill, Clinic clinic, Form form, List<Segment> segments) {
        this.settings = settings;
        this.bill = bill;
        this.clinic = clinic;
        this.form = form;
        this.segments = segments;
    }

    void write() {
        add(
                "CLM",
                form.id(bill.controlNumber(), 20, "controlNumber"),
                Form.amount(bill.total()),
                null,
                null,
                Composite.of(
                        bill.placeOfService(),
                        "B",
                        String.valueOf(bill.frequency().code())),
                Boolean.TRUE.equals(clinic.signatureOnFile()) ? "Y" : "N",
                clinic.assignment(),
                clinic.benefitsAssigned(),
                clinic.release());
        if (bill.frequency().namesEarlier()) {
            add("REF", "F8", form.id(bill.payerClaimNumber(), 50, "payerClaimNumber"));
        }
        diagnoses();
        rendering();
        earlier();
        lines();
    }

    private void diagnoses() {
        if (bill.diagnoses().isEmpty() || bill.diagnoses().size() > MOST_DIAGNOSES) {
            form.miss("diagnoses");
        }
        List<Object> codes = new ArrayList<>();
        for (String code : bill.diagnoses()) {
            codes.add(Composite.of(codes.isEmpty() ? "ABK" : "ABF", code.replace(".", "")));
        }
        add("HI", codes.toArray());
    }

    private void rendering() {
        if (bill.renderingNpi() == null || bill.renderingNpi().equals(bill.billingNpi())) {
            return;
        }
        String[] name =
                settings.providers().getOrDefault(bill.renderingNpi(), "").split(",", 2);
        add(
                "NM1",
                "82",
                "1",
                form.words(name[0], "providers." + bill.renderingNpi()),
                name.length < 2 ? null : Form.optional(name[1]),
                null,
                null,
                null,
                "XX",
                bill.renderingNpi());
    }

    private void earlier() {
        if (bill.earlier() == null) {
            return;
        }
        Bill.Insurance before = bill.earlier().insurance();
        add(
                "SBR",
                Insured.order(before.order()),
                Insured.relationship(before.relationship()),
                before.groupNumber(),
                null,
                null,
                null,
                null,
                null,
                form.id(settings.filingIndicator(before.payerId()), 2, "filingIndicator"));
        adjustments();
        add("AMT", "D", Form.amount(bill.earlier().decision().paid().amount()));
        add("OI", null, null, clinic.benefitsAssigned(), null, null, clinic.release());
        Bill.Person holder = before.dependant() ? before.subscriber() : bill.patient();
        segments.add(Insured.policyHolder(form, "IL", holder, before));
        segments.add(Insured.payer(form, before));
    }

    /** By group, six reasons in a segment at most. */
    private void adjustments() {
        Map<AdjustmentGroup, List<Adjustment>> groups = new LinkedHashMap<>();
        bill.earlier()
                .decision()
                .adjustments()
                .forEach(a -> groups.computeIfAbsent(AdjustmentGroup.of(a.bearer()), g -> new ArrayList<>())
                        .add(a));
        groups.forEach((group, all) -> {
            for (int from = 0; from < all.size(); from += REASONS_IN_A_SEGMENT) {
                adjustment(group, all.subList(from, Math.min(all.size(), from + REASONS_IN_A_SEGMENT)));
            }
        });
    }

    private void adjustment(AdjustmentGroup group, List<Adjustment> some) {
        List<Object> elements = new ArrayList<>();
        elements.add(group.code());
        for (Adjustment one : some) {
            if (elements.size() > 1) {
                elements.add(null);
            }
            elements.add(form.id(one.code(), 5, "prior.adjustment"));
            elements.add(Form.amount(one.amount()));
        }
        add("CAS", elements.toArray());
    }

    private void lines() {
        if (bill.lines().size() > MOST_LINES) {
            form.miss("lines");
        }
        for (int n = 0; n < bill.lines().size(); n++) {
            line(n + 1, bill.lines().get(n));
        }
    }

    private void line(int number, Line line) {
        if (line.pointers().size() > MOST_POINTERS || line.modifiers().size() > MOST_POINTERS) {
            form.miss("lines." + number);
        }
        List<String> procedure = new ArrayList<>(List.of("HC", line.procedure()));
        procedure.addAll(line.modifiers());
        Composite pointers =
                new Composite(line.pointers().stream().map(String::valueOf).toList());
        add("LX", String.valueOf(number));
        add(
                "SV1",
                new Composite(procedure),
                Form.amount(line.charge()),
                "UN",
                String.valueOf(line.units()),
                null,
                null,
                pointers);
        add("DTP", "472", "D8", form.day(line.day(), "lines." + number + ".day"));
        add("REF", "6R", String.valueOf(number));
    }

    private void add(String tag, Object... elements) {
        segments.add(Segment.of(tag, elements));
    }
}
