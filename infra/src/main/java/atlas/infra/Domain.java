package atlas.infra;

/** Under which name visitors find the atlas. */
public sealed interface Domain {
    /** CloudFront's own name, with TLS and for nothing. Inside the VPC a private zone names each option. */
    record None() implements Domain {}

    /** A name whose zone we make but nobody has delegated yet: the Dns stack tells its name servers, and that is all. */
    record Undelegated(String name) implements Domain {}

    /** A name in a public hosted zone that the world already asks, so that a certificate can be validated. */
    record Delegated(String name, String zoneId) implements Domain {}

    /**
     * @param name empty for none
     * @param zoneId empty for none
     * @throws SettingsException for a zone without a name
     */
    static Domain of(String name, String zoneId) {
        if (name.isEmpty() && !zoneId.isEmpty()) {
            throw new SettingsException(
                    "zoneId=%s needs the domain it is for; try -c domain=atlas.example.com".formatted(zoneId));
        }
        if (name.isEmpty()) {
            return new None();
        }
        return zoneId.isEmpty() ? new Undelegated(name) : new Delegated(name, zoneId);
    }
}
