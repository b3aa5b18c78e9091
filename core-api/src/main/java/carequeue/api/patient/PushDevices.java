package carequeue.api.patient;

import carequeue.api.Ids;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The devices on which a patient takes push messages, the longest known first; as an address they stand one in a line.
 *
 * @param all each as its browser or vendor describes it, in JSON without a line break
 */
public record PushDevices(List<String> all) {

    /** More than these nobody has; of more the longest known is forgotten. */
    public static final int MOST = 5;

    /** No device. */
    public static final PushDevices NONE = new PushDevices(List.of());

    // A browser that gets new keys, and a telephone that is described anew, is the same one.
    private static final Pattern NAME = Pattern.compile("\"(?:endpoint|token)\"\\s*:\\s*\"([^\"]+)\"");

    public PushDevices {
        all = List.copyOf(all);
    }

    /** The devices that an address names. */
    public static PushDevices read(String address) {
        return new PushDevices(address.lines().filter(line -> !line.isBlank()).toList());
    }

    /** The identifier of a device of a patient. */
    public static String id(String patientId, String device) {
        Matcher name = NAME.matcher(device);
        return Ids.derived("device", patientId, name.find() ? name.group(1) : device);
    }

    /** These and another, as the last; one of its name is replaced. */
    public PushDevices with(String patientId, String device) {
        Stream<String> others = without(patientId, id(patientId, device)).all.stream();
        return new PushDevices(Stream.concat(others, Stream.of(device)).toList());
    }

    /** These without one. */
    public PushDevices without(String patientId, String deviceId) {
        return new PushDevices(all.stream()
                .filter(device -> !id(patientId, device).equals(deviceId))
                .toList());
    }

    /** Their identifiers. */
    public List<String> ids(String patientId) {
        return all.stream().map(device -> id(patientId, device)).toList();
    }

    /** All of them as one address. */
    public String address() {
        return String.join("\n", all);
    }

    /** Nothing by which anybody could write to them. */
    @Override
    public String toString() {
        return all.size() + " devices";
    }
}
