package carequeue.query;

import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of the query side: import it in a process that has the role {@code query}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan(basePackages = "carequeue.query")
public class QuerySide {}
