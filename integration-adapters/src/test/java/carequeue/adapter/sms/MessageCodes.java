package carequeue.adapter.sms;

import carequeue.adapter.CodeTable;
import java.util.Arrays;
import java.util.List;

/** The codes of the provider of text messages. */
final class MessageCodes extends CodeTable.Chapter {

    @Override
    protected List<CodeTable> tables() {
        return List.of(new CodeTable(
                "Twilio: status of a message",
                "Twilio API reference, Message status values.",
                List.of("status", "ours", "why"),
                Arrays.stream(TwilioStatus.values())
                        .map(s ->
                                List.of(s.word(), s.ours().map(Object::toString).orElse("–"), s.why()))
                        .toList()));
    }
}
