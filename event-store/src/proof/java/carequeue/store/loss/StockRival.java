package carequeue.store.loss;

import carequeue.store.TestNodes;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLErrorCodesResolver;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's own JPA engine on Hibernate, with its defaults and with its own tables; each node has a Hibernate of its own. */
final class StockRival implements Rival {

    private final HikariDataSource database = TestPostgres.empty();
    private final Queue<EntityManagerFactory> open = new ConcurrentLinkedQueue<>();
    private final String sequenceIncrement;

    /** With a mapping that sets the increment of the sequence, or with Hibernate's default of 50 where that is null. */
    StockRival(String sequenceIncrement) {
        this.sequenceIncrement = sequenceIncrement;
        hibernate("create");
    }

    @Override
    public String name() {
        return "Axon's JpaEventStorageEngine, sequence increment "
                + (sequenceIncrement == null ? "50 (Hibernate's default)" : sequenceIncrement);
    }

    @Override
    public Node node() {
        EntityManagerFactory hibernate = hibernate("none");
        EntityManager entities = SharedEntityManagerCreator.createSharedEntityManager(hibernate);
        JpaTransactionManager transactions = new JpaTransactionManager(hibernate);
        return new Node(
                JpaEventStorageEngine.builder()
                        .entityManagerProvider(() -> entities)
                        .transactionManager(new SpringTransactionManager(transactions))
                        .persistenceExceptionResolver(new SQLErrorCodesResolver("PostgreSQL"))
                        .eventSerializer(TestNodes.serializer())
                        .snapshotSerializer(TestNodes.serializer())
                        .build(),
                new TransactionTemplate(transactions));
    }

    private EntityManagerFactory hibernate(String tables) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(database);
        factory.setPackagesToScan(DomainEventEntry.class.getPackageName());
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        if (sequenceIncrement != null) {
            factory.setMappingResources("increment-" + sequenceIncrement + ".xml");
        }
        factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", tables));
        factory.afterPropertiesSet();
        EntityManagerFactory made = factory.getObject();
        open.add(made);
        return made;
    }

    DataSource database() {
        return database;
    }

    @Override
    public void close() {
        open.forEach(EntityManagerFactory::close);
        database.close();
    }
}
