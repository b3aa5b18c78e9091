package carequeue.sandbox.twilio;

import carequeue.sandbox.ControlSection;
import carequeue.sandbox.Html;
import carequeue.sandbox.fault.FaultSwitch;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The patients' telephones: what they show, and what they can answer. */
@RestController
class Phones implements ControlSection {

    private static final int SHOWN = 50;

    private final Texts texts;
    private final Carrier carrier;
    private final FaultSwitch faults;

    Phones(Texts texts, Carrier carrier, @Qualifier("twilioFaults") FaultSwitch faults) {
        this.texts = texts;
        this.carrier = carrier;
        this.faults = faults;
    }

    @Override
    public String title() {
        return "telephones";
    }

    @Override
    public FaultSwitch faults() {
        return faults;
    }

    @Override
    public String html() {
        return "<p>Twilio's API under <code>/twilio</code>, as JSON under <a"
                + " href=\"/twilio/texts\">/twilio/texts</a>.</p>"
                + Html.raw(
                        "Text messages",
                        List.of("Time", "From", "To", "Text", "Status", "Answer"),
                        texts.all().stream().limit(SHOWN).toList(),
                        text -> Stream.of(
                                text.createdAt().toString(),
                                Html.escape(text.from()),
                                Html.escape(text.to()),
                                Html.escape(text.body()),
                                Html.escape(text.status()),
                                text.inbound() ? "" : answers(text.to())));
    }

    private String answers(String phone) {
        boolean off = carrier.isOff(phone);
        return Html.button("/twilio/phones/answer", "STOP", "phone", phone, "body", "STOP")
                + Html.button("/twilio/phones/answer", "START", "phone", phone, "body", "START")
                + Html.button(
                        "/twilio/phones/power",
                        off ? "Switch on" : "Switch off",
                        "phone",
                        phone,
                        "off",
                        Boolean.toString(!off));
    }

    /** Every text, the last one first. */
    @GetMapping(path = "/twilio/texts", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Text> texts() {
        return texts.all();
    }

    /** A telephone answers whoever wrote to it last. */
    @PostMapping("/twilio/phones/answer")
    ResponseEntity<Void> answer(@RequestParam("phone") String phone, @RequestParam("body") String body) {
        carrier.answer(phone, body);
        return back();
    }

    /** A telephone is switched off or on again. */
    @PostMapping("/twilio/phones/power")
    ResponseEntity<Void> power(@RequestParam("phone") String phone, @RequestParam("off") boolean off) {
        carrier.switchOff(phone, off);
        return back();
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/")
                .build();
    }
}
