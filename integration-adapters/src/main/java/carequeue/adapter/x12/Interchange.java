package carequeue.adapter.x12;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What travels between two partners at once.
 *
 * @param controlNumber nine digits; see {@link ControlNumbers}
 * @param production false for a test
 * @param acknowledgements the TA1 segments, that is what the partner says of earlier interchanges
 */
public record Interchange(
        Party sender,
        Party receiver,
        LocalDateTime at,
        String controlNumber,
        boolean production,
        List<Segment> acknowledgements,
        List<FunctionalGroup> groups) {

    public Interchange {
        acknowledgements = List.copyOf(acknowledgements);
        groups = List.copyOf(groups);
    }

    /** One transaction in one group, as a question that is asked in real time travels. */
    public static Interchange of(
            Party sender,
            Party receiver,
            LocalDateTime at,
            String controlNumber,
            boolean production,
            String functionalId,
            Transaction transaction) {
        String group = String.valueOf(Long.parseLong(controlNumber));
        return new Interchange(
                sender,
                receiver,
                at,
                controlNumber,
                production,
                List.of(),
                List.of(new FunctionalGroup(
                        functionalId,
                        sender.id(),
                        receiver.id(),
                        at,
                        group,
                        transaction.implementation(),
                        List.of(transaction))));
    }

    /** Every transaction of a kind, in order. */
    public List<Transaction> transactions(String code) {
        return groups.stream()
                .flatMap(group -> group.transactions().stream())
                .filter(transaction -> transaction.code().equals(code))
                .toList();
    }
}
