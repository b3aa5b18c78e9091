package carequeue.adapter.payer;

import carequeue.adapter.payer.clearinghouse.ClearingHousePayer;
import carequeue.adapter.payer.fhir.FhirPayer;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.x12.ControlNumbers;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The payers that are asked: the one of {@code carequeue.payer} itself, and each line beside it, with its guard, health and effect of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PayerSettings.class)
class PayerSetUp {

    @Bean
    static BeanDefinitionRegistryPostProcessor payerLines(Environment environment) {
        Binder binder = Binder.get(environment);
        PayerLine first = binder.bindOrCreate("carequeue.payer", PayerLine.class);
        Map<String, PayerLine> further = binder.bind(
                        "carequeue.payer.lines", Bindable.mapOf(String.class, PayerLine.class))
                .orElse(Map.of());
        return new BeanDefinitionRegistryPostProcessor() {
            @Override
            public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
                if (first.url() != null && !first.url().isBlank()) {
                    register(registry, PayerService.PAYER, first);
                }
                further.forEach((name, line) -> register(registry, PayerSettings.service(name), line));
            }

            @Override
            public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
                // Only definitions are added.
            }
        };
    }

    private static void register(BeanDefinitionRegistry registry, String service, PayerLine line) {
        BeanFactory beans = (BeanFactory) registry;
        RootBeanDefinition payer = new RootBeanDefinition(PayerService.class, () -> payer(service, line, beans));
        RootBeanDefinition effect = new RootBeanDefinition(
                AskPayer.class,
                () -> new AskPayer(
                        beans.getBean("payer:" + service, PayerService.class),
                        beans.getBean(Askings.class),
                        beans.getBean(Pace.class)));
        payer.setRole(BeanDefinition.ROLE_APPLICATION);
        registry.registerBeanDefinition("payer:" + service, payer);
        registry.registerBeanDefinition("ask:" + service, effect);
    }

    private static PayerService payer(String service, PayerLine line, BeanFactory beans) {
        if (line.url() == null || line.url().isBlank()) {
            throw new IllegalStateException("no address is set for the payer " + service
                    + " (carequeue.payer.url, or carequeue.payer.lines.<name>.url)");
        }
        PayerSettings settings = beans.getBean(PayerSettings.class);
        Guards guards = beans.getBean(Guards.class);
        Clock clock = beans.getBean(Clock.class);
        return line.kind() == PayerLine.Kind.FHIR
                ? new FhirPayer(service, line, settings, guards, beans.getBean(OpenQuestions.class), clock)
                : new ClearingHousePayer(service, line, settings, guards, beans.getBean(ControlNumbers.class), clock);
    }
}
