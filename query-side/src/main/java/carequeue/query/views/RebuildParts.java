package carequeue.query.views;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** What a rebuild works with. */
@Component
record RebuildParts(
        EventStorageEngine history,
        TableRows rows,
        Generations generations,
        RebuildRows rebuilds,
        Letters letters,
        Folds folds,
        PlatformTransactionManager transactions) {}
