package carequeue.adapter.sms.twilio;

import carequeue.adapter.CodeTable;
import java.util.Arrays;
import java.util.List;

/** The codes of the provider of text messages. */
final class MessageCodes extends CodeTable.Chapter {

    @Override
    protected List<CodeTable> tables() {
        return List.of(
                errors(),
                new CodeTable(
                        "Twilio: status of a message",
                        "Twilio API reference, Message status values.",
                        List.of("status", "ours", "why"),
                        Arrays.stream(TwilioStatus.values())
                                .map(s -> List.of(
                                        s.word(), s.ours().map(Object::toString).orElse("–"), s.why()))
                                .toList()));
    }

    private static CodeTable errors() {
        return new CodeTable(
                "Twilio: error of a message",
                "Twilio's error dictionary (https://www.twilio.com/docs/api/errors); any other code is `not-this-way`.",
                List.of("code", "what is done", "why"),
                Arrays.stream(TwilioCode.values())
                        .map(c -> List.of(
                                Integer.toString(c.code()),
                                c.fate()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                                c.why()))
                        .toList());
    }
}
