package carequeue.sandbox.payer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A clearing-house's real-time eligibility: a 270 as it is, within JSON, or as the JSON that a 270 is made of. */
@RestController
@RequestMapping("/clearinghouse/eligibility")
class ClearingDoor {

    private final ObjectMapper json = new ObjectMapper();
    private final Asked asked;
    private final Access access;
    private final Clock clock;

    ClearingDoor(Asked asked, Access access, Clock clock) {
        this.asked = asked;
        this.access = access;
        this.clock = clock;
    }

    @PostMapping(path = "/x12", consumes = "application/edi-x12", produces = "application/edi-x12")
    String x12(@RequestBody String body, HttpServletRequest http) {
        access.check(http);
        return answer(body);
    }

    @PostMapping(path = "/x12", consumes = "application/json", produces = "application/json")
    String x12InJson(@RequestBody JsonNode body, HttpServletRequest http) {
        access.check(http);
        return json.createObjectNode()
                .put("x12", answer(body.path("x12").asText("")))
                .toString();
    }

    @PostMapping(path = "/v3", consumes = "application/json", produces = "application/json")
    ResponseEntity<String> json(@RequestBody JsonNode body, HttpServletRequest http) {
        access.check(http);
        if (body.path("tradingPartnerServiceId").asText("").isBlank()
                || body.at("/provider/npi").asText("").isBlank()) {
            return ResponseEntity.badRequest()
                    .body("{\"errors\":[{\"field\":\"body\",\"description\":\"incomplete\"}]}");
        }
        String member = body.at("/subscriber/memberId").asText("");
        var question = asked.take("json", body.path("controlNumber").asText(""), member);
        return ResponseEntity.ok(JsonText.of(question, Member.of(member), clock).toString());
    }

    private String answer(String text) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        Edi270 question = Edi270.read(text);
        if (!question.understood()) {
            return Edi271.refusal(question, now);
        }
        asked.take("x12", question.reference(), question.member());
        return Edi271.of(question, Member.of(question.member()), now);
    }
}
