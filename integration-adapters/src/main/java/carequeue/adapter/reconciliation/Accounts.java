package carequeue.adapter.reconciliation;

import carequeue.adapter.payment.PaymentSettings;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which accounts there are at the provider, by the settings of the sites. */
@Component
public class Accounts {

    private final Sites sites;
    private final PaymentSettings settings;

    public Accounts(Sites sites, PaymentSettings settings) {
        this.sites = sites;
        this.settings = settings;
    }

    List<Account> all() {
        Map<String, List<Site>> byAccount = sites.all().stream()
                .collect(Collectors.groupingBy(
                        site -> settings.accountOf(site.siteId()), LinkedHashMap::new, Collectors.toList()));
        return byAccount.entrySet().stream()
                .map(e -> new Account(e.getKey(), e.getValue()))
                .toList();
    }

    Account of(String siteId) {
        return all().stream()
                .filter(account -> account.siteIds().contains(siteId))
                .findFirst()
                .orElseThrow();
    }

    boolean connected() {
        return settings.connected();
    }
}
