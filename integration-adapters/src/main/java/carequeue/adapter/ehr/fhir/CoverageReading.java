package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrService;
import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.CoverageOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;

/** The insurance policies of a patient as the EHR knows them; the order is the EHR's own, and at most two count. */
final class CoverageReading {

    private final FhirSearch fhir;
    private final Subscribers subscribers;

    CoverageReading(FhirSearch fhir) {
        this.fhir = fhir;
        this.subscribers = new Subscribers(fhir);
    }

    /** @param payerSystem the system of the payers' identifiers at the clearing-house */
    List<Coverage> of(String patientId, String payerSystem) {
        var active = fhir.all(
                        org.hl7.fhir.r4.model.Coverage.class, org.hl7.fhir.r4.model.Coverage.PATIENT.hasId(patientId))
                .filter(policy -> policy.getStatus() == CoverageStatus.ACTIVE)
                .filter(CoverageReading::isInsurance)
                .sorted(Comparator.comparingInt(policy -> policy.hasOrder() ? policy.getOrder() : Integer.MAX_VALUE))
                .limit(CoverageOrder.values().length)
                .toList();
        List<Coverage> read = new ArrayList<>();
        for (CoverageOrder order : CoverageOrder.values()) {
            if (order.ordinal() < active.size()) {
                read.add(read(active.get(order.ordinal()), order, payerSystem));
            }
        }
        return read;
    }

    private Coverage read(org.hl7.fhir.r4.model.Coverage policy, CoverageOrder order, String payerSystem) {
        Optional<Organization> payer = policy.getPayor().stream()
                .flatMap(who -> fhir.follow(Organization.class, who, policy))
                .findFirst();
        Relationship relationship = relationship(policy);
        return new Coverage(
                Ids.derived("coverage", EhrService.EHR, policy.getIdElement().getIdPart()),
                order,
                payer.map(organization -> identifier(organization, payerSystem)).orElse(null),
                payer.map(Organization::getName)
                        .orElse(policy.getPayorFirstRep().getDisplay()),
                Phi.of(memberId(policy)),
                Phi.of(group(policy)),
                relationship,
                relationship == Relationship.SELF ? null : subscribers.of(policy),
                day(policy.getPeriod().getStartElement()),
                day(policy.getPeriod().getEndElement()));
    }

    // Someone who pays out of their own pocket has no insurer to be asked.
    private static boolean isInsurance(org.hl7.fhir.r4.model.Coverage policy) {
        return policy.getType().getCoding().stream().noneMatch(type -> "pay".equals(type.getCode()));
    }

    private static String identifier(Organization payer, String system) {
        return payer.getIdentifier().stream()
                .filter(identifier -> system.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String memberId(org.hl7.fhir.r4.model.Coverage policy) {
        return policy.getIdentifier().stream()
                .filter(identifier ->
                        identifier.getType().getCoding().stream().anyMatch(type -> "MB".equals(type.getCode())))
                .map(Identifier::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(policy.getSubscriberId());
    }

    private static String group(org.hl7.fhir.r4.model.Coverage policy) {
        return policy.getClass_().stream()
                .filter(part -> part.getType().getCoding().stream().anyMatch(type -> "group".equals(type.getCode())))
                .map(org.hl7.fhir.r4.model.Coverage.ClassComponent::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Relationship relationship(org.hl7.fhir.r4.model.Coverage policy) {
        return policy.getRelationship().getCoding().stream()
                .map(coding -> switch (String.valueOf(coding.getCode())) {
                    case "self", "18" -> Relationship.SELF;
                    case "spouse", "01" -> Relationship.SPOUSE;
                    case "child", "19" -> Relationship.CHILD;
                    default -> Relationship.OTHER;
                })
                .findFirst()
                .orElse(subjectIsSubscriber(policy) ? Relationship.SELF : Relationship.OTHER);
    }

    private static boolean subjectIsSubscriber(org.hl7.fhir.r4.model.Coverage policy) {
        String subscriber = policy.getSubscriber().getReference();
        return subscriber != null && subscriber.equals(policy.getBeneficiary().getReference());
    }

    /** A month or a year is no first or last day. */
    private static LocalDate day(BaseDateTimeType date) {
        String written = date.getValueAsString();
        try {
            return written == null || written.length() < 10 ? null : LocalDate.parse(written.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
