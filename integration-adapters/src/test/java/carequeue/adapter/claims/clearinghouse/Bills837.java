package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.Bill.Insurance;
import carequeue.adapter.claims.Bill.Line;
import carequeue.adapter.claims.Bill.Person;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.Clinic;
import carequeue.adapter.secrets.Secret;
import carequeue.api.claim.Frequency;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.CoverageOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A bill and the settings of a clinic, for tests. */
public final class Bills837 {

    public static final String NUMBER = "0123456789ABCDEF0101";
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private Bills837() {}

    public static ClaimSettings settings(String url, ClaimSettings.Kind kind) {
        return settings(url, kind, clinic("123456789"));
    }

    public static Clinic clinic(String taxId) {
        return new Clinic(
                "Main Street Clinic",
                taxId,
                "261QP2300X",
                "1 Main St",
                "Springfield",
                "NY",
                "100010000",
                true,
                "A",
                "Y",
                "Y");
    }

    public static ClaimSettings settings(String url, ClaimSettings.Kind kind, Clinic clinic) {
        return new ClaimSettings(
                url,
                kind,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Secret.of("Key test"),
                "Authorization",
                "",
                null,
                null,
                null,
                null,
                "ZZ",
                "CAREQUEUE",
                "ZZ",
                "CLEARINGHOUSE",
                new ClaimSettings.Contact("Billing Office", "+1 555 010 0000"),
                false,
                Map.of("*", "CI"),
                clinic == null ? Map.of() : Map.of("main", clinic),
                Map.of("1999999984", "Müller, Eva"));
    }

    public static Bill bill(Frequency frequency, Insurance insurance, Bill.Earlier earlier) {
        return new Bill(
                "claim-1",
                "main",
                NUMBER,
                frequency,
                frequency == Frequency.ORIGINAL ? null : "PCN-7",
                DAY,
                insurance,
                new Person("Jane", "O'Néill", LocalDate.of(1980, 5, 17), "female"),
                List.of("J06.9", "E11.65"),
                List.of(
                        new Line("99213", List.of("25"), List.of(1, 2), 12_050, 1, DAY),
                        new Line("87880", List.of(), List.of(1), 3_000, 2, DAY)),
                "11",
                "1234567893",
                "1999999984",
                earlier,
                15_050,
                "USD");
    }

    public static Insurance own() {
        return new Insurance(
                CoverageOrder.PRIMARY, "60054", "Sample Health", "W123456789", "GRP1", Relationship.SELF, null);
    }

    public static Insurance parents() {
        Person holder = new Person("Ann", "Smith", LocalDate.of(1955, 1, 2), null);
        return new Insurance(CoverageOrder.SECONDARY, "87726", "Other Health", "U99", null, Relationship.CHILD, holder);
    }

    public static Bill bill() {
        return bill(Frequency.ORIGINAL, own(), null);
    }
}
