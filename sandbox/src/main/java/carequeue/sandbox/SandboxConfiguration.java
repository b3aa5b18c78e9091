package carequeue.sandbox;

import carequeue.sandbox.ehr.EhrConfiguration;
import carequeue.sandbox.fault.Calls;
import carequeue.sandbox.fault.CallsDoor;
import carequeue.sandbox.fault.FaultDoor;
import carequeue.sandbox.fault.FaultSwitch;
import jakarta.servlet.Filter;
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
@Import({EhrConfiguration.class, ControlPage.class, FaultDoor.class, CallsDoor.class})
class SandboxConfiguration {

    /** After the records, so that a directory in use is told plainly and not as a servlet container that failed. */
    @Bean
    @DependsOn("records")
    TomcatServletWebServerFactory container(Settings settings) throws UnknownHostException {
        var tomcat = new TomcatServletWebServerFactory(settings.port());
        tomcat.setAddress(InetAddress.getByName(settings.address()));
        tomcat.setRegisterDefaultServlet(false);
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

    @Bean
    FaultSwitch faultSwitch() {
        return new FaultSwitch("ehr");
    }

    @Bean
    FilterRegistrationBean<Calls> callsFirst(Calls calls) {
        return onFhir(calls, 0);
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> faultsNext(FaultSwitch faults) {
        return onFhir(faults, 1);
    }

    private static <F extends Filter> FilterRegistrationBean<F> onFhir(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(order);
        return registration;
    }
}
