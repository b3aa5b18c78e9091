package carequeue.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What the outside holds of the visitors, counted on its side: everything once. */
final class MadeUp {

    private final FullClinic clinic;

    MadeUp(FullClinic clinic) {
        this.clinic = clinic;
    }

    /** Waits until nothing is to be done any more, then says what is missing or there twice. */
    List<String> wrong(List<Visitor> visitors, Duration patience) {
        comesToRest(patience);
        List<String> wrong = new ArrayList<>(leftToStaff());
        await().atMost(patience).pollInterval(Duration.ofMillis(500)).until(() -> {
            wrong.subList(leftToStaff().size(), wrong.size()).clear();
            visitors.forEach(visitor -> look(visitor, wrong));
            return wrong.isEmpty() || doubled(wrong);
        });
        return wrong;
    }

    void comesToRest(Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(open()).isEmpty());
    }

    private static boolean doubled(List<String> wrong) {
        return wrong.stream().anyMatch(line -> line.contains(" 2"));
    }

    /** The effects that are still to be done, by service. */
    List<String> open() {
        return clinic.jdbc()
                .sql(
                        "select service || ' ' || effect || ' ' || state || ': ' || coalesce(max(last_error), '-') || ' x '"
                                + " || count(*) from effect where state in ('planned', 'sending', 'unknown')"
                                + " group by service, effect, state order by 1")
                .query(String.class)
                .list();
    }

    /** How many effects are still to be done. */
    long count() {
        return clinic.jdbc()
                .sql("select count(*) from effect where state in ('planned', 'sending', 'unknown')")
                .query(Long.class)
                .single();
    }

    private List<String> leftToStaff() {
        return clinic.jdbc()
                .sql(
                        "select effect || ' ' || state || ': ' || last_error from effect where state in ('failed', 'dead')")
                .query(String.class)
                .list();
    }

    private void look(Visitor visitor, List<String> wrong) {
        String who = "visitor " + visitor.number + " ";
        JsonNode encounters = clinic.there("/fhir/Encounter?identifier=urn:carequeue:visit%7C" + visitor.visit);
        once(encounters.path("entry").size(), who + "Encounter", wrong);
        String status = encounters.at("/entry/0/resource/status").asText();
        if (!status.equals("finished")) {
            wrong.add(who + "Encounter is " + status);
        }
        if (visitor.appointment == null) {
            // One who only came and went.
            return;
        }
        JsonNode booked = clinic.there("/control/pms/appointments");
        once(
                count(
                        booked,
                        a -> visitor.appointment.equals(
                                a.at("/externalIds/carequeue").asText())),
                who + "PMS",
                wrong);
        asked(visitor, who, wrong);
        told(visitor, who, wrong);
        bill(visitor, who, wrong);
        card(visitor, who, wrong);
    }

    // A question changes nothing there: where its answer is lost it is asked again, once for each attempt at most.
    private void asked(Visitor visitor, String who, List<String> wrong) {
        int times = count(clinic.there("/payer/fhir/asked"), a -> a.toString().contains("\"" + visitor.member + "\""));
        int attempts = clinic.jdbc()
                .sql("select coalesce(sum(attempts), 0) from effect where service like 'payer%' and correlation_id = ?")
                .param(visitor.visit)
                .query(Integer.class)
                .single();
        if (times < 1 || times > attempts) {
            wrong.add(who + "was asked about " + times + " times in " + attempts + " attempts");
        }
    }

    private void told(Visitor visitor, String who, List<String> wrong) {
        int there = visitor.way() == 0
                ? count(
                        clinic.there("/twilio/texts"),
                        t -> visitor.phone.equals(t.path("to").asText()))
                : visitor.way() == 1
                        ? count(
                                clinic.there("/mail/mails"),
                                m -> m.path("to").asText().contains(visitor.email))
                        : count(
                                clinic.there("/push/messages"),
                                m -> visitor.device.equals(m.path("device").asText()));
        int ours = messages(visitor, "status in ('sent', 'delivered')");
        // Neither a mail server nor a device can be asked: what it took without an answer is sent again, and flagged.
        int flagged = messages(visitor, "flag is not null");
        if (there < ours || there > ours + flagged || ours == 0) {
            wrong.add(who + "was told " + there + " times, and by our books " + ours);
        }
    }

    private int messages(Visitor visitor, String which) {
        return clinic.jdbc()
                .sql("select count(*) from message_attempt where patient_id = ? and " + which)
                .param(visitor.patient)
                .query(Integer.class)
                .single();
    }

    private void bill(Visitor visitor, String who, List<String> wrong) {
        if (visitor.claim == null) {
            return;
        }
        String number = clinic.as("billing")
                .get("/api/claims/" + visitor.claim)
                .body()
                .path("controlNumber")
                .asText();
        JsonNode bill =
                clinic.there("/clearinghouse/claims/" + number, "Authorization", "Key sandbox-clearinghouse-key");
        once(bill.path("arrived").asInt(), who + "bill", wrong);
    }

    private void card(Visitor visitor, String who, List<String> wrong) {
        JsonNode ours =
                clinic.as("billing").get("/api/payments/" + visitor.payment).body();
        long captured = 0;
        for (JsonNode row : clinic.there("/stripe/control/ledger").path("items")) {
            if (visitor.payment.equals(row.at("/metadata/payment_id").asText())) {
                captured += row.path("captured").asLong();
            }
        }
        long cash = visitor.cash;
        if (ours.at("/captured/amount").asLong() != captured + cash || captured + cash == 0) {
            wrong.add(who + "paid " + ours.at("/captured/amount").asLong() + " by our books ("
                    + ours.path("state").asText() + "), by card " + captured + ", in cash " + cash);
        }
    }

    private static void once(int times, String what, List<String> wrong) {
        if (times != 1) {
            wrong.add(what + " " + times);
        }
    }

    private static int count(JsonNode list, Predicate<JsonNode> fits) {
        return (int)
                StreamSupport.stream(list.spliterator(), false).filter(fits).count();
    }
}
