package carequeue.command.journey;

import carequeue.api.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/** Several patients whom one person checks in in one go, each in one of the three ways. */
record FamilyBody(
        @NotBlank @Size(max = 64) String siteId,
        Channel channel,
        @NotEmpty @Size(max = MOST) List<@NotNull @Valid Member> members) {

    private static final int MOST = 12;

    /** One of them; site and channel are those of all, and need not be said again. */
    record Member(
            @Size(max = 64) String siteId,
            Channel channel,
            @Size(max = 64) String appointmentId,
            @Valid CheckInBody.Identifier identifier,
            @Valid CheckInBody.WalkIn walkIn,
            @Size(max = 64) String serviceId,
            @Size(max = 500) String reason,
            Boolean otherVisitKnown) {

        CheckInBody at(String site, Channel through) {
            return new CheckInBody(
                    site, through, appointmentId, identifier, walkIn, serviceId, reason, otherVisitKnown, null);
        }

        @AssertTrue(message = "is needed: exactly one of appointmentId, identifier and walkIn")
        boolean isOneWay() {
            return at(siteId, channel).isOneWay();
        }
    }

    @AssertTrue(message = "is desk, kiosk or phone")
    boolean isChannelOfPeople() {
        return channel != Channel.SYSTEM && channel != Channel.WEBHOOK;
    }

    @AssertTrue(message = "come to one site, by one channel")
    boolean isOneFamily() {
        return members == null
                || members.stream()
                        .filter(Objects::nonNull)
                        .allMatch(m -> (m.siteId() == null || m.siteId().equals(siteId))
                                && (m.channel() == null
                                        || m.channel() == Objects.requireNonNullElse(channel, Channel.DESK)));
    }
}
