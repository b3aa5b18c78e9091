package carequeue.app.benchmark;

import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoard;
import carequeue.query.live.ViewPositions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Patients join at an even pace; each time runs from the answer to the order until a read of the board, as a door makes it (it waits for the
 * position answered), shows the entry.
 */
record Arrivals(Clinic orders, Clinic views) {

    private static final int A_SECOND = 50;
    private static final int WARM_UP = Integer.getInteger("carequeue.benchmarks.warmup", 15) * A_SECOND;
    private static final int MEASURED = Integer.getInteger("carequeue.benchmarks.seconds", 25) * A_SECOND;
    private static final int TO_A_QUEUE = 20;
    private static final int AT_ONCE = 16;
    private static final LocalDate DAY = LocalDate.parse("2031-01-01");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Times measure() throws InterruptedException {
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        ExecutorService desks = Executors.newFixedThreadPool(AT_ONCE);
        Semaphore done = new Semaphore(0);
        long began = System.nanoTime();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            int number = i;
            desks.execute(() -> {
                try {
                    long took = arrive(number);
                    if (number >= WARM_UP) {
                        nanos.add(took);
                    }
                } catch (Exception e) {
                    failures.add(e);
                } finally {
                    done.release();
                }
            });
            LockSupport.parkNanos(began + TimeUnit.SECONDS.toNanos(1) / A_SECOND * (i + 1) - System.nanoTime());
        }
        done.acquire(WARM_UP + MEASURED);
        desks.shutdown();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " did not arrive", failures.peek());
        }
        return Times.of(nanos);
    }

    private long arrive(int number) throws Exception {
        JoinQueue join = Lines.join(DAY.plusDays(number / TO_A_QUEUE));
        Clinic.Answer<?> answer = orders.send(join);
        long accepted = System.nanoTime();
        views.get(ViewPositions.class).await(Set.of("view.board"), answer.position(), PATIENCE);
        Board board = views.get(QueryGateway.class)
                .query(new FindBoard(join.queueId()), Board.class)
                .get();
        if (board.entries().stream().noneMatch(entry -> entry.entryId().equals(join.entryId()))) {
            throw new IllegalStateException("the board does not show what its position promised");
        }
        return System.nanoTime() - accepted;
    }
}
