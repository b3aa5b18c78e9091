package carequeue.adapter.push.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Lets calls go to the public net only: an address that a browser gave must not lead into our own. */
final class PublicOnly {

    private PublicOnly() {}

    /** Whether a call may go there: by https to hosts that are public under every address, or to the sandbox's own origin. */
    static boolean allows(URI endpoint, String sandbox) {
        if (sandbox != null && !sandbox.isBlank() && origin(endpoint).equals(origin(URI.create(sandbox)))) {
            return true;
        }
        if (!"https".equals(endpoint.getScheme()) || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
            return false;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(endpoint.getHost())) {
                if (!isPublic(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Scheme, host and port, the port only where it is not the scheme's own. */
    static String origin(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        String port = address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean own = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (address instanceof Inet6Address) {
            boolean unique = (first & 0xfe) == 0xfc;
            boolean carriesIpv4 = first == 0 || first == 0x64 && second == 0xff || first == 0x20 && second == 0x02;
            return !own && !unique && !carriesIpv4;
        }
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean reserved = first == 0 || first >= 240 || first == 192 && second == 0 || first == 198 && second / 2 == 9;
        return !own && !shared && !reserved;
    }
}
