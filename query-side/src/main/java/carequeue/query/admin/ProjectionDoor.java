package carequeue.query.admin;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the views' progress and to what they had to set aside. */
@RestController
class ProjectionDoor {

    private final Projections projections;
    private final DeadLetterReads letters;

    ProjectionDoor(Projections projections, DeadLetterReads letters) {
        this.projections = projections;
        this.letters = letters;
    }

    /** All of them. */
    record Page<T>(List<T> items, String nextCursor) {}

    @GetMapping("/api/admin/projections")
    Page<Projections.Projection> projections() {
        return new Page<>(projections.all(), null);
    }

    @GetMapping("/api/admin/dead-letters")
    Page<DeadLetterReads.DeadLetter> deadLetters() {
        return new Page<>(letters.all(), null);
    }
}
