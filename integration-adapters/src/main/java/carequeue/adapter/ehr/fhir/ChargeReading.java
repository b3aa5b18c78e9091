package carequeue.adapter.ehr.fhir;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.ChargeItem.ChargeItemStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Type;

/** What an Encounter holds for a claim, as the EHR coded it; what it does not say is missing, never made up. */
final class ChargeReading {

    private final FhirSearch fhir;

    ChargeReading(FhirSearch fhir) {
        this.fhir = fhir;
    }

    ClaimContent of(String encounterId) {
        Encounter encounter = fhir.read(Encounter.class, encounterId);
        List<String> diagnoses = new Diagnoses(fhir).of(encounter);
        List<ClaimLine> lines = lines(encounterId, diagnoses);
        return new ClaimContent(
                diagnoses.isEmpty() ? null : Phi.of(diagnoses),
                lines,
                place(encounter),
                biller(encounter),
                who(encounter));
    }

    private List<ClaimLine> lines(String encounterId, List<String> diagnoses) {
        List<ClaimLine> lines = new ArrayList<>();
        fhir.all(ChargeItem.class, ChargeItem.CONTEXT.hasId("Encounter/" + encounterId))
                .filter(charge -> charge.getStatus() == ChargeItemStatus.BILLABLE)
                .forEach(charge -> lines.add(line(charge, diagnoses)));
        // What was done and not charged yet is on the claim without a price, so that it is missed by name.
        fhir.all(Procedure.class, Procedure.ENCOUNTER.hasId(encounterId))
                .filter(done -> done.getStatus() == ProcedureStatus.COMPLETED)
                .map(done -> line(done, diagnoses))
                .filter(line -> line.procedure() != null)
                .filter(line ->
                        lines.stream().noneMatch(known -> line.procedure().equals(known.procedure())))
                .forEach(lines::add);
        return lines;
    }

    private static ClaimLine line(ChargeItem charge, List<String> diagnoses) {
        return new ClaimLine(
                Phi.of(Codes.procedure(charge.getCode())),
                null,
                Codes.pointers(charge.getReason(), diagnoses),
                charge.hasPriceOverride()
                        ? money(
                                charge.getPriceOverride().getValue(),
                                charge.getPriceOverride().getCurrency())
                        : null,
                units(charge.hasQuantity() ? charge.getQuantity().getValue() : null),
                day(charge.getOccurrence()));
    }

    private static ClaimLine line(Procedure done, List<String> diagnoses) {
        return new ClaimLine(
                Phi.of(Codes.procedure(done.getCode())),
                null,
                Codes.pointers(done.getReasonCode(), diagnoses),
                null,
                null,
                day(done.getPerformed()));
    }

    private static Money money(BigDecimal value, String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return new Money(value.movePointRight(digits).longValueExact(), currency);
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException notAnAmount) {
            return null;
        }
    }

    private static Integer units(BigDecimal quantity) {
        try {
            return quantity == null || quantity.signum() <= 0 ? null : quantity.intValueExact();
        } catch (ArithmeticException partOfOne) {
            return null;
        }
    }

    // The day as it is written, in whatever zone: that is the day on the EHR's own bill.
    private static LocalDate day(Type when) {
        BaseDateTimeType at = when instanceof Period period ? period.getStartElement() : null;
        String written =
                when instanceof DateTimeType time ? time.getValueAsString() : at == null ? null : at.getValueAsString();
        try {
            return written == null || written.length() < 10 ? null : LocalDate.parse(written.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String place(Encounter encounter) {
        return encounter.getLocation().stream()
                .flatMap(at -> fhir.follow(Location.class, at.getLocation(), encounter))
                .flatMap(location -> location.getType().stream())
                .map(Codes::placeOfService)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String biller(Encounter encounter) {
        Stream<Organization> named = fhir.follow(Organization.class, encounter.getServiceProvider(), encounter);
        Stream<Organization> ofThePlace = encounter.getLocation().stream()
                .flatMap(at -> fhir.follow(Location.class, at.getLocation(), encounter))
                .flatMap(at -> fhir.follow(Organization.class, at.getManagingOrganization(), at));
        return Stream.concat(named, ofThePlace)
                .map(organization -> Codes.npi(organization.getIdentifier()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String who(Encounter encounter) {
        Stream<Practitioner> seen = encounter.getParticipant().stream()
                .sorted((one, other) -> Boolean.compare(Codes.performs(other), Codes.performs(one)))
                .flatMap(participant -> fhir.practitioner(participant.getIndividual(), encounter));
        return seen.map(person -> Codes.npi(person.getIdentifier()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
