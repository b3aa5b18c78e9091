package carequeue.sandbox.payer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;

/** What a clearing-house makes of a 271 in JSON. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    static ObjectNode of(Asked.Question question, Member member, Clock clock) {
        ObjectNode all = JSON.createObjectNode();
        all.putObject("meta").put("applicationMode", "sandbox").put("traceId", String.valueOf(question.id()));
        all.put("controlNumber", question.reference());
        all.putObject("subscriber").put("memberId", member.number());
        if (!member.answered()) {
            all.putArray("errors")
                    .addObject()
                    .put("field", "AAA")
                    .put("code", member.reason())
                    .put("description", "see the reject reason code")
                    .put("followupAction", member.wish())
                    .put("location", "Loop 2100C");
            return all;
        }
        String year = clock.instant().toString().substring(0, 4);
        all.putObject("planDateInformation").put("plan", year + "0101-" + year + "1231");
        ArrayNode benefits = all.putArray("benefitsInformation");
        benefits.addObject()
                .put("code", member.standing())
                .putArray("serviceTypeCodes")
                .add("30");
        if (member.active()) {
            benefit(benefits, "B", "98", "27", member.coPay(), member);
            benefit(benefits, "C", "30", "23", Member.DEDUCTIBLE, member);
            benefit(benefits, "C", "30", "29", Member.REMAINING, member);
        }
        return all;
    }

    private static void benefit(ArrayNode all, String code, String service, String period, long cents, Member member) {
        ObjectNode one = all.addObject();
        one.put("code", code).put("coverageLevelCode", "IND").put("timeQualifierCode", period);
        one.put("benefitAmount", BigDecimal.valueOf(cents, 2).toPlainString());
        one.put("inPlanNetworkIndicatorCode", member.network());
        one.putArray("serviceTypeCodes").add(service);
    }
}
