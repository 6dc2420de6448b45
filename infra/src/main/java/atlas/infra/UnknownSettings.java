package atlas.infra;

import java.util.Collection;
import java.util.List;

/** Context keys that no setting has, but that come so near to one that they must be meant for it. */
final class UnknownSettings {
    private static final int TYPING_ERROR = 2;

    private UnknownSettings() {}

    /**
     * Keys far from every setting are left alone: the CDK and its users keep flags and values of their own in the context.
     *
     * @throws SettingsException for the first key that looks like a typing error
     */
    static void refuse(Collection<String> keys) {
        List<String> known = Settings.ALL.stream().map(Setting::key).toList();
        for (String key : keys) {
            String nearest = Nearest.to(key, known).get(0);
            if (!known.contains(key) && Nearest.distance(key, nearest) <= TYPING_ERROR) {
                throw new SettingsException(
                        "unknown setting %s; did you mean %s? docs/settings.md lists them".formatted(key, nearest));
            }
        }
    }
}
