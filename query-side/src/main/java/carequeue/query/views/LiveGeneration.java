package carequeue.query.views;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Which generation of a view is live, for queries over entities; only ever read. */
@Entity
@Immutable
@Table(name = "view_generation")
class LiveGeneration {

    @Id
    private String view;

    private int live;

    protected LiveGeneration() {}

    String view() {
        return view;
    }

    int live() {
        return live;
    }
}
