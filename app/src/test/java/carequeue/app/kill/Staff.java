package carequeue.app.kill;

import carequeue.app.kill.Http.Reply;
import java.util.function.BooleanSupplier;

/** Somebody who checks patients in and serves whoever is next, at one service; several share a service. */
final class Staff implements Runnable {

    private static final String CHECK_IN = """
            {"siteId": "main", "walkIn": {"serviceId": "service-%d", "reason": "does not feel well",
             "patient": {"firstName": "Kill", "lastName": "%s", "birthDate": "1980-02-03", "phone": "555-0100"}}}""";

    // Whoever is checked in gets a place a moment later; the staff do not check in more than they can serve.
    private static final int AT_MOST = 8;

    private final Customer customer;
    private final Tally tally;
    private final String name;
    private final int service;
    private final String queue;
    private final BooleanSupplier working;
    private int inTheHouse;

    Staff(Customer customer, Tally tally, String name, int service, String queue, BooleanSupplier working) {
        this.customer = customer;
        this.tally = tally;
        this.name = name;
        this.service = service;
        this.queue = queue;
        this.working = working;
    }

    @Override
    public void run() {
        for (int i = 0; working.getAsBoolean(); i++) {
            if (inTheHouse < AT_MOST) {
                checkIn(name + letters(i));
            }
            serveNext();
        }
    }

    /** Serves until nobody waits. */
    void serveAll() {
        boolean more = true;
        while (more) {
            more = serveNext();
        }
    }

    /** Serves whoever is next; false when nobody waits. */
    private boolean serveNext() {
        Reply called =
                customer.order("/api/queues/" + queue + "/call-next", "{\"servicePoint\": \"point-" + service + "\"}");
        if (called == null || called.status() == 204) {
            return false;
        }
        String entry = called.body().get("entryId").asText();
        inTheHouse--;
        tally.promised("queue.entry-called", entry);
        act(entry, "prioritize", "{\"acuity\": 4, \"reason\": \"looks pale\"}", "queue.entry-prioritized");
        act(entry, "prioritize", "{\"acuity\": 3, \"reason\": \"looks paler\"}", "queue.entry-prioritized");
        act(entry, "start", "{}", "queue.service-started");
        act(entry, "complete", "{}", "queue.service-completed");
        return true;
    }

    private void checkIn(String lastName) {
        Reply reply = customer.order("/api/check-ins", CHECK_IN.formatted(service, lastName));
        if (reply != null) {
            inTheHouse++;
            tally.promised(
                    "visit.check-in-requested", reply.body().get("visitId").asText());
        }
    }

    private void act(String entry, String action, String body, String event) {
        Reply reply = customer.order("/api/queues/" + queue + "/entries/" + entry + "/" + action, body);
        if (reply != null) {
            tally.promised(event, entry);
        }
    }

    /** A number in letters, since a name has no digits. */
    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 26) {
            text.append((char) ('a' + rest % 26));
        }
        return text.toString();
    }
}
