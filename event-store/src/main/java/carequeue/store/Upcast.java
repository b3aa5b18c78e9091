package carequeue.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventMultiUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * How an event that was stored under an older revision is said today; the rows of history stay as they are.
 *
 * <p>A personal value is moved as it is stored, unopened: the tag of its field has to stay the same.
 */
public final class Upcast extends EventMultiUpcaster {

    /** What stands where an event means nothing any more: nobody hears it, and every reader passes its place. */
    public record Nothing() {}

    /**
     * One event that an older one becomes.
     *
     * @param change makes its JSON of a copy of the old one's
     */
    public record Shape(String name, int revision, UnaryOperator<ObjectNode> change) {
        private SerializedType type() {
            return new SimpleSerializedType(name, Integer.toString(revision));
        }
    }

    private static final SerializedType NOTHING = new SimpleSerializedType(Nothing.class.getName(), null);

    private final SerializedType older;
    private final List<Shape> shapes;

    private Upcast(String name, int revision, List<Shape> shapes) {
        this.older = new SimpleSerializedType(name, Integer.toString(revision));
        this.shapes = shapes;
    }

    /** The event keeps its name; its JSON becomes that of the next revision. */
    public static Upcast changed(String name, int revision, UnaryOperator<ObjectNode> change) {
        return into(name, revision, new Shape(name, revision + 1, change));
    }

    /** The event becomes one or several others, which share its identifier, its place in history and its sequence. */
    public static Upcast into(String name, int revision, Shape... shapes) {
        return new Upcast(name, revision, List.of(shapes));
    }

    /** The event means nothing any more. */
    public static Upcast dropped(String name, int revision) {
        return new Upcast(name, revision, List.of());
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return older.equals(event.getType());
    }

    @Override
    protected Stream<IntermediateEventRepresentation> doUpcast(IntermediateEventRepresentation event) {
        if (shapes.isEmpty()) {
            return Stream.of(event.upcastPayload(NOTHING, JsonNode.class, old -> ((ObjectNode) old).removeAll()));
        }
        return shapes.stream()
                .map(shape -> event.upcastPayload(
                        shape.type(), JsonNode.class, old -> shape.change().apply(old.deepCopy())));
    }
}
