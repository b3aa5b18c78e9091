package carequeue.adapter.x12;

import java.util.List;

/** An element that consists of components, such as a procedure code with its modifiers. */
public record Composite(List<String> components) {

    public Composite {
        components = components.stream().map(c -> c == null ? "" : c).toList();
    }

    /** Of its components in order; what is null is left empty. */
    public static Composite of(String... components) {
        return new Composite(java.util.Arrays.asList(components));
    }
}
