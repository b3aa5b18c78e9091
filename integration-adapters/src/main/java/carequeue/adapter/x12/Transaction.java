package carequeue.adapter.x12;

import java.util.List;

/**
 * A transaction set.
 *
 * @param code such as {@code 271}
 * @param controlNumber of ST02 and SE02
 * @param implementation the guide it follows, such as {@code 005010X279A1}; where the set itself does not name it, its group does
 * @param segments those between ST and SE
 */
public record Transaction(String code, String controlNumber, String implementation, List<Segment> segments) {

    public Transaction {
        segments = List.copyOf(segments);
    }
}
