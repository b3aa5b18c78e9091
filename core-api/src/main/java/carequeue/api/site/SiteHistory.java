package carequeue.api.site;

import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.SiteEvent.PolicySet;
import carequeue.api.site.SiteEvent.ProviderAvailable;
import carequeue.api.site.SiteEvent.ProviderSignedOff;
import carequeue.api.site.SiteEvent.ProviderSignedOn;
import carequeue.api.site.SiteEvent.ProviderUnavailable;
import carequeue.api.site.SiteEvent.SiteSetUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that was ever set up at a site, by the instant from which it holds: the fold of its events.
 *
 * @param policies the versions of each policy, by its name
 * @param signedOn the provider at each service point as of the last event
 */
public record SiteHistory(
        String siteId,
        List<Dated<SetUp>> setUps,
        Map<String, List<Dated<Policies>>> policies,
        Map<String, String> signedOn,
        List<Absence> absences) {

    /** A provider's absence; {@code until} is null for an open end. */
    public record Absence(String providerId, Instant from, Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    /** The history after an event; {@code before} is null where there was none. */
    public static SiteHistory on(SiteHistory before, SiteEvent event) {
        if (before == null) {
            return new SiteHistory(event.siteId(), List.of(), Map.of(), Map.of(), List.of()).after(event);
        }
        return before.after(event);
    }

    private SiteHistory after(SiteEvent event) {
        if (event instanceof SiteSetUp e) {
            return new SiteHistory(
                    siteId,
                    longer(setUps, new Dated<>(e.version(), e.effectiveFrom(), e.setUp())),
                    policies,
                    signedOn,
                    absences);
        } else if (event instanceof PolicySet e) {
            Map<String, List<Dated<Policies>>> all = new TreeMap<>(policies);
            all.merge(
                    e.policy(),
                    List.of(new Dated<>(e.version(), e.effectiveFrom(), e.to())),
                    (old, one) -> longer(old, one.get(0)));
            return new SiteHistory(siteId, setUps, all, signedOn, absences);
        } else if (event instanceof ProviderUnavailable e) {
            return away(longer(present(e.providerId()), new Absence(e.providerId(), e.from(), e.until())));
        } else if (event instanceof ProviderAvailable e) {
            return away(present(e.providerId()));
        }
        return signed(event);
    }

    private SiteHistory signed(SiteEvent event) {
        Map<String, String> now = new TreeMap<>(signedOn);
        if (event instanceof ProviderSignedOn e) {
            now.put(e.servicePoint(), e.providerId());
        } else if (event instanceof ProviderSignedOff e) {
            now.remove(e.servicePoint());
        }
        return new SiteHistory(siteId, setUps, policies, now, absences);
    }

    private SiteHistory away(List<Absence> now) {
        return new SiteHistory(siteId, setUps, policies, signedOn, now);
    }

    private List<Absence> present(String providerId) {
        return absences.stream().filter(a -> !a.providerId().equals(providerId)).toList();
    }

    private static <T> List<T> longer(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }

    /** The set-up that holds at an instant, with its version. */
    public Dated<SetUp> setUp(Instant at) {
        return Dated.at(setUps, at);
    }

    /** The version of the last change of the set-up, also of one that does not hold yet. */
    public int lastVersion() {
        return setUps.get(setUps.size() - 1).version();
    }

    /** All versions of a policy, also those that do not hold yet; empty for one that was never set. */
    public List<Dated<Policies>> versions(String policy) {
        return policies.getOrDefault(policy, List.of());
    }

    /** The policies that hold at an instant. */
    public Policies policies(Instant at) {
        Policies all = Policies.DEFAULT;
        for (List<Dated<Policies>> versions : policies.values()) {
            all = all.with(Dated.at(versions, at).value());
        }
        return all;
    }

    /** Whether a provider is, or will be, away at an instant, as far as it is known now. */
    public boolean isAway(String providerId, Instant at) {
        return absences.stream().anyMatch(a -> a.providerId().equals(providerId) && a.holds(at));
    }

    /** The site as it is set up at an instant; who is signed on is as of the last event. */
    public Site at(Instant at) {
        SetUp s = setUp(at).value();
        List<ServicePoint> points = s.servicePoints().stream()
                .map(p -> p.with(signedOn.get(p.id())))
                .toList();
        Set<String> away = absences.stream()
                .filter(a -> a.holds(at))
                .map(Absence::providerId)
                .collect(Collectors.toUnmodifiableSet());
        return new Site(
                siteId,
                s.name(),
                s.timeZone(),
                s.dayStart(),
                s.hours(),
                s.services(),
                points,
                policies(at),
                s.providers(),
                away);
    }
}
