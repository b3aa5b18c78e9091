package carequeue.adapter.sync;

/** Is told how far a sync is. */
public interface Progress {

    /** Takes down how far it is; false when it is to stop. */
    boolean at(SyncReport report);

    /** Nobody watches and nobody stops it. */
    Progress UNWATCHED = report -> true;
}
