package carequeue.sandbox.clearinghouse;

import carequeue.sandbox.Settings;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bills that were sent here and the files that lie for who sent them; everything is on the disk before anybody is answered. */
final class Desk implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Journal journal;
    private final Clock clock;
    private final Map<String, Bill> bills = new LinkedHashMap<>();
    private final Map<String, Integer> sent = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private long number;

    Desk(Settings settings) {
        this.clock = settings.clock();
        this.journal = new Journal(settings.directory(), "clearinghouse");
        journal.replay().forEach(this::read);
    }

    /** Takes a file of one bill; the same bill once. Answers whether it could be read. */
    synchronized boolean take(String text) {
        Edi edi = Edi.read(text);
        if (!edi.is("837")) {
            return false;
        }
        String fault = Bill.fault(edi);
        List<ObjectNode> lines = new ArrayList<>();
        String bill = edi.element(1, "CLM");
        sent.merge(bill, 1, Integer::sum);
        lines.add(json.createObjectNode().put("sent", bill));
        if (!fault.isEmpty()) {
            lay(lines, "999", answers().receipt(edi.element(6, "GS"), fault));
        } else if (!bills.containsKey(bill)) {
            decide(Bill.of(edi, "PCN" + (1_000_000 + number)), text, lines);
        }
        write(lines);
        return true;
    }

    private void decide(Bill bill, String text, List<ObjectNode> lines) {
        Rules rules = Rules.of(bill);
        bills.put(bill.number(), bill);
        lines.add(json.createObjectNode().put("bill", text).put("copy", bill.copy()));
        lay(lines, "999", answers().receipt(bill.interchange(), ""));
        boolean taken = rules.standing() != Rules.Standing.REJECTED;
        lay(lines, "277CA", answers().taken(bill, taken));
        takenBack(bill, lines);
        if (bill.frequency().equals("8")) {
            return;
        } else if (rules.standing() == Rules.Standing.PAID) {
            lay(lines, "835", answers().remittance(bill, "1", rules, 1));
        } else if (rules.standing() == Rules.Standing.DENIED) {
            lay(lines, "835", answers().remittance(bill, "4", rules, 1));
        }
    }

    /** What was paid for a bill is taken back when another takes its place, or ends it. */
    private void takenBack(Bill bill, List<ObjectNode> lines) {
        bills.values().stream()
                .filter(one -> !bill.frequency().equals("1") && one.copy().equals(bill.earlier()))
                .filter(one -> Rules.of(one).standing() == Rules.Standing.PAID)
                .findFirst()
                .ifPresent(one -> lay(lines, "835", answers().remittance(one, "22", Rules.of(one), -1)));
    }

    private Answers answers() {
        number++;
        return new Answers(number, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void lay(List<ObjectNode> lines, String kind, String text) {
        String name = "%06d.%s".formatted(number, kind);
        files.put(name, text);
        lines.add(json.createObjectNode().put("file", name).put("text", text).put("number", number));
    }

    /** How a bill stands, for a 276; null where the question cannot be read. */
    synchronized String standing(String text) {
        Edi edi = Edi.read(text);
        if (!edi.is("276")) {
            return null;
        }
        String asked = edi.element(2, "TRN", "1");
        Bill bill = bills.get(asked);
        if (bill == null) {
            return answers().standing(asked, "", "A4:35");
        }
        String category = switch (Rules.of(bill).standing()) {
            case PAID -> "F1:65";
            case DENIED -> "F2:88";
            case REJECTED -> "A7:21";
            case SILENT -> "P1:20";
        };
        return answers().standing(asked, bill.copy(), category);
    }

    synchronized boolean knows(String bill) {
        return bills.containsKey(bill);
    }

    synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    synchronized String file(String name) {
        return files.get(name);
    }

    /** Takes a file away, as who it lay for has it. */
    synchronized boolean taken(String name) {
        boolean there = files.remove(name) != null;
        if (there) {
            write(List.of(json.createObjectNode().put("taken", name)));
        }
        return there;
    }

    synchronized List<Bill> latest(int most) {
        List<Bill> all = new ArrayList<>(bills.values());
        java.util.Collections.reverse(all);
        return all.subList(0, Math.min(most, all.size()));
    }

    /** How often a bill arrived. */
    synchronized int sent(String bill) {
        return sent.getOrDefault(bill, 0);
    }

    private void write(List<ObjectNode> lines) {
        journal.append(lines.stream().map(ObjectNode::toString).toList());
    }

    private void read(String line) {
        JsonNode one = parsed(line);
        if (one.has("sent")) {
            sent.merge(one.get("sent").asText(), 1, Integer::sum);
        } else if (one.has("bill")) {
            Bill bill =
                    Bill.of(Edi.read(one.get("bill").asText()), one.get("copy").asText());
            bills.put(bill.number(), bill);
        } else if (one.has("file")) {
            files.put(one.get("file").asText(), one.get("text").asText());
            number = one.get("number").asLong();
        } else if (one.has("taken")) {
            files.remove(one.get("taken").asText());
        }
    }

    private JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal was written here", e);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
