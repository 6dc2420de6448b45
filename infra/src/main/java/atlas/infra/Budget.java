package atlas.infra;

/** How much the whole account may cost before somebody is told. */
public sealed interface Budget {
    /** Nobody is told. */
    record None() implements Budget {}

    /**
     * @param usd a month
     * @param email who is told
     */
    record Monthly(int usd, String email) implements Budget {}

    /**
     * @param usd a month; 0 for none
     * @param email empty for none
     * @throws SettingsException if one is given without the other
     */
    static Budget of(int usd, String email) {
        if (usd == 0 && email.isEmpty()) {
            return new None();
        }
        if (email.isEmpty()) {
            throw new SettingsException(
                    "budget=%d needs an address to write to; try -c email=you@example.com".formatted(usd));
        }
        if (usd == 0) {
            throw new SettingsException("email=%s needs a budget to write about; try -c budget=20".formatted(email));
        }
        return new Monthly(usd, email);
    }
}
