package carequeue.command.journey;

import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import carequeue.command.door.Outcome;
import carequeue.command.journey.CheckIns.CheckedIn;
import carequeue.command.journey.CheckIns.Company;
import java.util.ArrayList;
import java.util.List;

/** Several patients who come together: who is of age among them answers for those who are not. */
record Family(String familyId, Site site, Asked asked, Comings comings, CheckIns checkIns, Minors minors) {

    /** One of them: the check-in and its position in history, or why there is none. */
    record Member(int index, CheckedIn done, long position, Refused refused) {}

    /** One of them as far as it is known who they are. */
    private record Known(int index, CheckInBody body, Asked asked, Coming coming, Boolean minor, Refused refused) {
        boolean isOfAge() {
            return Boolean.FALSE.equals(minor);
        }
    }

    List<Member> of(FamilyBody body) {
        List<Known> all = new ArrayList<>();
        for (FamilyBody.Member member : body.members()) {
            all.add(known(all.size(), member.at(site.siteId(), asked.channel())));
        }
        boolean adult = all.stream().anyMatch(Known::isOfAge);
        String guardian = all.stream()
                .filter(k -> k.isOfAge() && k.coming().isKnown())
                .map(k -> k.coming().patientId())
                .findFirst()
                .orElse(null);
        return all.stream().map(k -> checkedIn(k, adult, guardian)).toList();
    }

    private Known known(int index, CheckInBody body) {
        Asked own = asked.part("member-" + index).through(asked.channel(), body.reason());
        try {
            Coming coming = comings.of(body, site, own);
            return new Known(index, body, own, coming, minors.minor(coming, body, site, own), null);
        } catch (Refused refused) {
            return new Known(index, body, own, null, null, ofOne(refused));
        }
    }

    private Member checkedIn(Known k, boolean adult, String guardian) {
        if (k.refused() != null) {
            return new Member(k.index(), null, 0, k.refused());
        }
        boolean minor = Boolean.TRUE.equals(k.minor());
        try {
            if (minor && !adult) {
                minors.mustNotBeAlone(k.asked(), site);
            }
            Company company = new Company(familyId, minor ? guardian : null);
            Outcome<CheckedIn> outcome = checkIns.begin(k.coming(), k.body(), company, site, k.asked());
            return new Member(k.index(), outcome.value(), outcome.position(), null);
        } catch (Refused refused) {
            return new Member(k.index(), null, 0, ofOne(refused));
        }
    }

    // What is wrong with the request itself is nobody's own.
    private static Refused ofOne(Refused refused) {
        if (refused instanceof Refused.StillRunning || refused instanceof Refused.KeyReused) {
            throw refused;
        }
        return refused;
    }
}
