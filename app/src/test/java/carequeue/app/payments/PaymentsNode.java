package carequeue.app.payments;

import carequeue.app.CareQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A node as a process of its own: how far its clock is ahead and how often it ends between two steps stand in a file. */
public final class PaymentsNode {

    private PaymentsNode() {}

    /** Starts the node; the first argument is the file, the others are settings. */
    public static void main(String[] args) throws IOException {
        Path told = Path.of(args[0]);
        Killed.wholeProcess();
        listen(told);
        var timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "told");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(() -> quietly(told), 200, 200, TimeUnit.MILLISECONDS);
        new SpringApplicationBuilder(CareQueue.class, BetweenSteps.class).run(Arrays.copyOfRange(args, 1, args.length));
    }

    private static void quietly(Path told) {
        try {
            listen(told);
        } catch (IOException e) {
            Thread.yield();
        }
    }

    private static void listen(Path told) throws IOException {
        String[] words = Files.readString(told).split(" ");
        BetweenSteps.CLOCK.isAhead(Duration.parse(words[0]));
        Killed.rate(Double.parseDouble(words[1]));
    }

    /** Tells every node that listens to the file. */
    static void tell(Path told, Duration ahead, double strikes) {
        try {
            Path next = Files.writeString(told.resolveSibling("told.next"), ahead + " " + strikes);
            Files.move(next, told, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
