package carequeue.adapter.sms;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.message.Attempts;
import carequeue.adapter.message.Looks;
import carequeue.adapter.message.SendMessage;
import carequeue.adapter.message.Standing;
import carequeue.api.site.Sites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The effect by which patients are told by text message. */
@Configuration(proxyBeanMethods = false)
class SmsSetUp {

    @Bean
    SendMessage sendSms(SmsWay way, Attempts attempts, Standing standing, Sites sites, Filter filter, Looks looks) {
        return new SendMessage(way, attempts, standing, sites, filter, looks);
    }
}
