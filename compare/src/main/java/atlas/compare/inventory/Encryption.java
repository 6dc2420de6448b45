package atlas.compare.inventory;

import atlas.compare.template.Reference;
import java.util.Optional;

/**
 * Whether a template says that stored data is encrypted. Where it says nothing, AWS does as the service does; most encrypt.
 *
 * @param encrypted empty where the template says nothing, or leaves it to the deployment
 * @param key whose; empty for a key of AWS
 */
public record Encryption(Reference resource, String type, Optional<Boolean> encrypted, Optional<String> key) {}
