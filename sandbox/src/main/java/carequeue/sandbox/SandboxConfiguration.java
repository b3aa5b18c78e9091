package carequeue.sandbox;

import carequeue.sandbox.clearinghouse.ClearingHouseConfiguration;
import carequeue.sandbox.ehr.EhrConfiguration;
import carequeue.sandbox.fault.Calls;
import carequeue.sandbox.fault.CallsDoor;
import carequeue.sandbox.fault.FaultDoor;
import carequeue.sandbox.mail.MailConfiguration;
import carequeue.sandbox.payer.PayerConfiguration;
import carequeue.sandbox.pms.PmsConfiguration;
import carequeue.sandbox.push.PushConfiguration;
import carequeue.sandbox.stripe.StripeConfiguration;
import carequeue.sandbox.twilio.TwilioConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The rooms of the sandbox, each named: nothing is scanned and nothing configures itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({
    EhrConfiguration.class,
    ClearingHouseConfiguration.class,
    PayerConfiguration.class,
    PmsConfiguration.class,
    TwilioConfiguration.class,
    MailConfiguration.class,
    PushConfiguration.class,
    StripeConfiguration.class,
    ControlPage.class,
    FaultDoor.class,
    CallsDoor.class
})
class SandboxConfiguration {

    /** After the records, so that a directory in use is told plainly and not as a servlet container that failed. */
    @Bean
    @DependsOn("records")
    TomcatServletWebServerFactory container(Settings settings) throws UnknownHostException {
        var tomcat = new TomcatServletWebServerFactory(settings.port());
        tomcat.setAddress(InetAddress.getByName(settings.address()));
        tomcat.setRegisterDefaultServlet(false);
        // Nested names in addresses, as Stripe's own library sends them.
        tomcat.addConnectorCustomizers(connector -> connector.setProperty("relaxedQueryChars", "[]"));
        return tomcat;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> pages(WebApplicationContext context) {
        var pages = new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
        pages.setName("pages");
        return pages;
    }

    @Bean
    Calls calls() {
        return new Calls();
    }

    /** Counts what arrives at any service; its own pages are not counted. */
    @Bean
    FilterRegistrationBean<Calls> callsFirst(Calls calls) {
        var registration = new FilterRegistrationBean<>(calls);
        registration.addUrlPatterns("/*");
        registration.setOrder(0);
        return registration;
    }
}
