package atlas.proof.rehearsal.aws;

import atlas.compare.BadInput;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where an emulator answers: on this machine or in a private network, and never AWS itself. */
public record Endpoint(URI url) {
    /** AWS's own domains; no flag opens these. */
    private static final List<String> AWS = List.of(
            "amazonaws.com", "amazonaws.com.cn", "api.aws", "aws.dev", "on.aws", "amazon.com", "cloudfront.net");

    /**
     * @param anywhere whether it may lie outside this machine and private networks
     * @throws BadInput if it is no address of an emulator
     */
    public static Endpoint parse(String text, boolean anywhere) {
        URI url = uri(text);
        String host = url.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (AWS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain))) {
            throw new BadInput("--endpoint %s is AWS itself; rehearse on an emulator, such as http://127.0.0.1:4566"
                    .formatted(text));
        }
        for (InetAddress address : resolve(host, text)) {
            if (address.isLinkLocalAddress()) {
                throw new BadInput(
                        "--endpoint %s is where instances find credentials; rehearse on an emulator, such as http://127.0.0.1:4566"
                                .formatted(text));
            }
            if (!anywhere && !address.isLoopbackAddress() && !address.isSiteLocalAddress()) {
                throw new BadInput(
                        "--endpoint %s is out in the internet; name one on this machine or in a private network, or add --anywhere"
                                .formatted(text));
            }
        }
        return new Endpoint(url);
    }

    private static URI uri(String text) {
        try {
            URI url = URI.create(text.replaceAll("/+$", ""));
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawPath().isEmpty()
                    && url.getUserInfo() == null
                    && url.getQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below, in the same words as any other address that will not do
        }
        throw new BadInput("--endpoint must be an address such as http://127.0.0.1:4566, got " + text);
    }

    private static InetAddress[] resolve(String host, String text) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException nowhere) {
            throw new BadInput("--endpoint %s names a host that cannot be found".formatted(text));
        }
    }

    /** Whether a host is this machine, so that something an emulator gave an address can be asked for there. */
    public static boolean isHere(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    /** Whether a host is this machine or one of a private network. */
    public static boolean isNear(String host) {
        try {
            return host.endsWith(".localhost")
                    || Arrays.stream(InetAddress.getAllByName(host))
                            .allMatch(address -> address.isLoopbackAddress() || address.isSiteLocalAddress());
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
