package carequeue.adapter.payer.clearinghouse;

import static carequeue.adapter.payer.Question.needed;

import carequeue.adapter.payer.PayerLine;
import carequeue.adapter.payer.Question;
import carequeue.adapter.payer.Question.Person;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a question as the JSON that clearing-houses make a 270 of: the members of Change Healthcare's eligibility v3, as Stedi takes them too. */
final class JsonQuestion {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final ObjectMapper json;
    private final PayerLine line;
    private final List<String> serviceTypes;

    JsonQuestion(ObjectMapper json, PayerLine line, List<String> serviceTypes) {
        this.json = json;
        this.line = line;
        this.serviceTypes = serviceTypes;
    }

    ObjectNode of(Question question, String controlNumber) {
        ObjectNode all = json.createObjectNode();
        all.put("controlNumber", controlNumber);
        all.put("tradingPartnerServiceId", needed(question.payerId(), "payerId"));
        all.putObject("provider")
                .put("organizationName", needed(line.providerName(), "providerName"))
                .put("npi", needed(line.providerNpi(), "providerNpi"));
        ObjectNode subscriber = all.putObject("subscriber");
        subscriber.put("memberId", needed(question.memberId(), "memberId"));
        if (question.groupNumber() != null) {
            subscriber.put("groupNumber", question.groupNumber());
        }
        person(subscriber, question.dependant() ? question.subscriber() : question.patient());
        if (question.dependant()) {
            ObjectNode dependent = all.putArray("dependents").addObject();
            person(dependent, question.patient());
            dependent.put("individualRelationshipCode", X12Question.relationship(question));
        }
        ObjectNode encounter = all.putObject("encounter");
        encounter.put("dateOfService", DAY.format(question.serviceDate()));
        serviceTypes.forEach(encounter.putArray("serviceTypeCodes")::add);
        return all;
    }

    private static void person(ObjectNode to, Person person) {
        if (person.firstName() != null) {
            to.put("firstName", person.firstName());
        }
        to.put("lastName", needed(person.lastName(), "lastName"));
        if (person.birthDate() != null) {
            to.put("dateOfBirth", DAY.format(person.birthDate()));
        }
        if (X12Question.sex(person) != null) {
            to.put("gender", X12Question.sex(person));
        }
    }
}
