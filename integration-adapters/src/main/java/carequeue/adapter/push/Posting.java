package carequeue.adapter.push;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.notification.DeliveryStatus;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Gives a message to a push service over HTTP, once, and reads its answer; it never follows it elsewhere. */
public final class Posting {

    private final Guard guard;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Posting(Guard guard) {
        this.guard = guard;
    }

    /**
     * Posts a message.
     *
     * @param gone whether an answer says that the vendor knows the device no more
     */
    public Sent send(Supplier<HttpRequest> request, String name, Call call, Predicate<HttpResponse<String>> gone) {
        return guard.call(() -> {
            HttpRequest ready = request.get();
            call.begins();
            return read(answer(ready, call::notTaken), name, call, gone);
        });
    }

    /**
     * Asks a push service something that changes nothing there.
     *
     * @throws OutsideFailure.Unavailable when it does not answer
     */
    public HttpResponse<String> ask(HttpRequest request) {
        return answer(request, () -> {});
    }

    private HttpResponse<String> answer(HttpRequest request, Runnable notTaken) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            notTaken.run();
            throw new OutsideFailure.Unavailable(PushService.PUSH, "does not answer");
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(PushService.PUSH, "did not say whether it took the message");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(PushService.PUSH, "was interrupted");
        }
    }

    private static Sent read(
            HttpResponse<String> answer, String name, Call call, Predicate<HttpResponse<String>> gone) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return Sent.taken(name, DeliveryStatus.SENT);
        } else if (gone.test(answer)) {
            return Sent.refused(PushService.GONE, false);
        } else if (status == 429) {
            call.notTaken();
            throw new OutsideFailure.Unavailable(PushService.PUSH, "answered 429");
        } else if (status == 408 || status >= 500 || status < 400) {
            throw new OutsideFailure.Unavailable(PushService.PUSH, "answered " + status);
        }
        return Sent.refused("http-" + status, false);
    }
}
