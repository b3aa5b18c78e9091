package carequeue.adapter.claims;

import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.patient.Address;
import carequeue.api.patient.Coverage.Relationship;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The fields of a bill that may leave; one that the rule keeps, masks or seals where a form wants it plain is missing. */
record Crossed(Map<String, Object> fields) {

    Bill bill(ClaimSubmitted claim, Bill.Earlier earlier) {
        LocalDate day = claim.serviceDate();
        ClaimContent content = claim.content();
        return new Bill(
                claim.claimId(),
                claim.siteId(),
                claim.controlNumber(),
                claim.frequency(),
                claim.payerClaimNumber(),
                day,
                insurance(claim),
                new Bill.Person(text("firstName"), text("lastName"), day("birthDate"), text("gender"), home()),
                diagnoses(),
                lines(day),
                content.placeOfService(),
                content.billingNpi(),
                content.renderingNpi(),
                earlier,
                content.total(),
                content.lines().get(0).charge().currency());
    }

    Bill.Insurance insurance(ClaimSubmitted claim) {
        return new Bill.Insurance(
                claim.coverage().order(),
                text("payerId"),
                text("payerName"),
                text("memberId"),
                text("groupNumber"),
                relationship(),
                subscriber());
    }

    private List<Bill.Line> lines(LocalDate day) {
        return fields.get("procedures") instanceof List<?> kept
                ? kept.stream()
                        .filter(ClaimLine.class::isInstance)
                        .map(line -> Bill.Line.of((ClaimLine) line, day))
                        .toList()
                : List.of();
    }

    private Relationship relationship() {
        return fields.get("relationship") instanceof Relationship said ? said : Relationship.SELF;
    }

    private Bill.Person subscriber() {
        return relationship() == Relationship.SELF
                ? null
                : new Bill.Person(
                        text("subscriberFirstName"), text("subscriberLastName"), day("subscriberBirthDate"), null);
    }

    /** An address that is sealed or masked is none that a form could hold. */
    Bill.Home home() {
        return fields.get("address") instanceof Address a
                ? new Bill.Home(a.lines(), a.city(), a.state(), a.postalCode(), a.country())
                : null;
    }

    private List<String> diagnoses() {
        return fields.get("diagnoses") instanceof List<?> codes
                ? codes.stream().map(Object::toString).toList()
                : List.of();
    }

    private String text(String name) {
        return fields.get(name) == null ? null : fields.get(name).toString();
    }

    private LocalDate day(String name) {
        return fields.get(name) instanceof LocalDate day ? day : null;
    }
}
