package carequeue.store.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The long form of the loss proof, side by side with the stock engine.
 *
 * <p>{@code ./mvnw -Pproofs -DskipTests verify -Dcarequeue.proof=loss}, with {@code -Dcarequeue.proof.events=} and {@code -Dcarequeue.proof.seed=}.
 */
@EnabledIf("isAsked")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LossProof {

    private static final int EVENTS = Integer.getInteger("carequeue.proof.events", 100_000);
    private static final int STOCK = Integer.getInteger("carequeue.proof.stock-events", EVENTS / 5);
    private static final long SEED = Long.getLong("carequeue.proof.seed", 20261123);

    static boolean isAsked() {
        return System.getProperty("carequeue.proof", "loss").contains("loss");
    }

    @Test
    @Order(1)
    void oursLosesNothing() throws Exception {
        try (OwnRival own = new OwnRival()) {
            LossReport report = new LossRun(own, own.database(), LossSettings.of(EVENTS, SEED)).run();
            System.out.println(report);
            LossCount all = new LossCount(report.committed(), 0, 0, 0, 0);
            assertThat(report.committed()).isGreaterThanOrEqualTo(EVENTS);
            assertThat(report.counts().values())
                    .allSatisfy(count -> assertThat(count).isEqualTo(all));
        }
    }

    @Test
    @Order(2)
    void theStockEngineLosesWithItsDefaults() throws Exception {
        assertThat(stock(null).lost()).isPositive();
    }

    @Test
    @Order(3)
    void theStockEngineLosesWithIndicesDrawnOneByOne() throws Exception {
        assertThat(stock("1").lost()).isPositive();
    }

    private static LossReport stock(String increment) throws Exception {
        try (StockRival stock = new StockRival(increment)) {
            LossReport report = new LossRun(stock, stock.database(), LossSettings.of(STOCK, SEED)).run();
            System.out.println(report);
            return report;
        }
    }
}
