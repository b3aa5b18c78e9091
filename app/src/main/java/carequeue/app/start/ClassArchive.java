package carequeue.app.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Makes the next start quicker: once this one is ready, its classes are put into an archive that Java maps instead of reading jars. */
final class ClassArchive implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ClassArchive.class);
    private static final int REST_SECONDS = 10;

    private final String file;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Process dump;

    /** Where the archive is kept is told by the run configuration; where it tells nothing, there is none. */
    ClassArchive(@Value("${carequeue.start.archive:}") String file) {
        this.file = file;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!file.isBlank()) {
            Thread thread = new Thread(this::run, "class-archive");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        ClassArchiveFiles files = new ClassArchiveFiles(Path.of(file), System.getProperty("java.class.path"));
        try {
            files.sweep();
            // The first requests bring more classes, and the first visitors need the processor more than we do.
            if (!files.current() && !end.await(REST_SECONDS, TimeUnit.SECONDS)) {
                make(files);
            }
            files.forgetClasses();
        } catch (IOException e) {
            log.debug("No class archive for the next start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(ClassArchiveFiles files) throws IOException, InterruptedException {
        dump = files.dump();
        if (end.getCount() == 0) {
            dump.destroyForcibly();
        }
        int code = dump.waitFor();
        if (end.getCount() > 0) {
            files.keep(code == 0);
        }
    }

    @Override
    public void destroy() {
        end.countDown();
        Process running = dump;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
