package carequeue.app.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Two contestants in turns on the same machine and database, each as often as it can for a moment, in so many threads; rounds after a warm-up.
 *
 * @param moment how long one round of one contestant takes, in milliseconds
 */
record Race(int threads, int rounds, long moment) {

    static final int ROUNDS = Integer.getInteger("carequeue.benchmarks.rounds", 7);
    static final long MOMENT = Long.getLong("carequeue.benchmarks.millis", 1200);

    private static final int FIRST = Integer.getInteger("carequeue.benchmarks.first", 15);
    private static final int WARM_UP = Integer.getInteger("carequeue.benchmarks.warm", 3);

    /** The usual race in so many threads. */
    static Race of(int threads) {
        return new Race(threads, ROUNDS, MOMENT);
    }

    /** Lets the compiler finish with ours, so that the first race is not about it. */
    static void warm(Contestant ours) throws Exception {
        Race race = new Race(16, 0, MOMENT);
        for (int i = 0; i < FIRST; i++) {
            race.rate(ours);
        }
    }

    /** The rates of both, round by round, in pieces of work a second. */
    Outcome run(Contestant ours, Contestant raw) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            rate(ours);
            rate(raw);
        }
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            // Who begins changes, so that neither always finds the other's checkpoint.
            if (i % 2 == 0) {
                first.add(rate(ours));
                second.add(rate(raw));
            } else {
                second.add(rate(raw));
                first.add(rate(ours));
            }
        }
        return new Outcome(first, second);
    }

    private double rate(Contestant contestant) throws Exception {
        contestant.prepare();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<Double>> rates = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            rates.add(pool.submit(() -> rate(contestant, number, start)));
        }
        double sum = 0;
        for (Future<Double> rate : rates) {
            sum += rate.get();
        }
        pool.shutdown();
        return sum;
    }

    private double rate(Contestant contestant, int number, CyclicBarrier start) throws Exception {
        try (Contestant.Worker worker = contestant.worker(number)) {
            start.await();
            long began = System.nanoTime();
            long end = began + TimeUnit.MILLISECONDS.toNanos(moment);
            long done = 0;
            long now = began;
            while (now < end) {
                worker.once();
                done++;
                now = System.nanoTime();
            }
            return done * 1e9 / (now - began);
        }
    }

    /** The rates of two contestants. */
    record Outcome(List<Double> ours, List<Double> raw) {

        /** The median of the rounds' ratios. */
        double ratio() {
            return median(ratios());
        }

        List<Double> ratios() {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                ratios.add(ours.get(i) / raw.get(i));
            }
            return ratios;
        }

        static double median(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }
    }
}
