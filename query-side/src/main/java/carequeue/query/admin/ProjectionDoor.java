package carequeue.query.admin;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the views' progress and to what they had to set aside. */
@RestController
class ProjectionDoor {

    private final Projections projections;
    private final DeadLetterReads letters;
    private final OutsideLetters outside;

    ProjectionDoor(Projections projections, DeadLetterReads letters, OutsideLetters outside) {
        this.projections = projections;
        this.letters = letters;
        this.outside = outside;
    }

    /** All of them. */
    record Page<T>(List<T> items, String nextCursor) {}

    @GetMapping("/api/admin/projections")
    Page<Projections.Projection> projections() {
        return new Page<>(projections.all(), null);
    }

    @GetMapping("/api/admin/dead-letters")
    Page<DeadLetterReads.DeadLetter> deadLetters() {
        return new Page<>(
                Stream.concat(letters.all().stream(), outside.all().stream()).toList(), null);
    }
}
