package carequeue.app.benchmark;

import java.sql.SQLException;

/** One of the two sides of a comparison. */
interface Contestant {

    /** Does what cannot count as work, before each of its rounds. */
    default void prepare() {}

    /** A worker with whatever it keeps for itself, such as a connection. */
    Worker worker(int number) throws Exception;

    /** One thread's share. */
    interface Worker extends AutoCloseable {
        /** One piece of work. */
        void once() throws Exception;

        @Override
        default void close() throws SQLException {}
    }
}
