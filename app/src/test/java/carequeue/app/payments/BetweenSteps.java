package carequeue.app.payments;

import carequeue.adapter.outbox.Effect;
import carequeue.adapter.payment.Charges;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Strikes before and after every effect of payments and every note that it takes of what it did. */
@Configuration(proxyBeanMethods = false)
class BetweenSteps {

    /** The clock of the clinic and of the provider. */
    static final LaterClock CLOCK = new LaterClock();

    @Bean
    @Primary
    LaterClock laterClock() {
        return CLOCK;
    }

    @Bean
    static BeanPostProcessor strikes() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                boolean ofPayments = bean instanceof Effect effect && "payment".equals(effect.service());
                return ofPayments || bean instanceof Charges ? struck(bean) : bean;
            }
        };
    }

    private static Object struck(Object bean) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((org.aopalliance.intercept.MethodInterceptor) call -> {
            String step = call.getMethod().getName();
            boolean strikes = step.equals("carryOut") || step.equals("sending") || step.equals("learned");
            if (strikes) {
                Killed.perhaps();
            }
            Object result = call.proceed();
            if (strikes) {
                Killed.perhaps();
            }
            return result;
        });
        return proxy.getProxy();
    }
}
