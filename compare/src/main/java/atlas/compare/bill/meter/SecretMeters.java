package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.template.Resource;

/** Keys and parameters. */
final class SecretMeters {
    private SecretMeters() {}

    static void key(Resource key, Tally tally) {
        tally.line(key, "key", Group.ALWAYS_ON, Quantity.of(1, "key"), "kms:key");
        tally.needsUsage(key, "requests");
    }

    /** Standard ones are free. */
    static void parameter(Resource parameter, Tally tally) {
        if (parameter.at("Tier").textOr("Standard").equals("Advanced")) {
            tally.line(parameter, "parameter", Group.ALWAYS_ON, Quantity.of(1, "parameter"), "ssm:parameter:advanced");
        }
    }
}
