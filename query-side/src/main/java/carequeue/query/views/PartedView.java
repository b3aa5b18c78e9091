package carequeue.query.views;

import java.util.List;

/** A view whose tables have nothing to do with one another: each follows its own events. */
public interface PartedView extends View {

    List<Part> parts();

    @Override
    default List<Table<?, ?>> tables() {
        return parts().stream().<Table<?, ?>>map(Part::table).toList();
    }

    @Override
    default boolean hears(Class<?> event) {
        return parts().stream().anyMatch(part -> part.hears(event));
    }

    @Override
    default void wants(Told told, Sheet sheet) {
        parts().forEach(part -> part.wants(told, sheet));
    }

    @Override
    default void on(Told told, Sheet sheet) {
        parts().forEach(part -> part.on(told, sheet));
    }
}
