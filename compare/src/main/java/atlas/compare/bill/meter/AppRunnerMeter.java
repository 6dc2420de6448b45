package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Fleet;
import atlas.compare.capacity.Machine.AppRunnerInstance;
import atlas.compare.template.Resource;

/** App Runner: memory of the instances that wait, memory and processor of those that work. */
final class AppRunnerMeter {
    private AppRunnerMeter() {}

    static void instances(Purchasing purchasing, AppRunnerInstance instance) {
        Tally tally = purchasing.tally();
        Resource service = purchasing.share().resource();
        Quantity memory = purchasing.hours().times(instance.memoryGib(), "GB");
        if (purchasing.group() == Group.ALWAYS_ON) {
            tally.line(service, "provisioned memory", Group.ALWAYS_ON, memory, "apprunner:provisioned:gb");
            return;
        }
        tally.line(service, "memory of more instances", purchasing.group(), memory, "apprunner:active:gb");
        Quantity vcpu = purchasing.hours().times(instance.vcpu(), "vCPU");
        tally.line(service, "vCPU of more instances", purchasing.group(), vcpu, "apprunner:active:vcpu");
    }

    /** Its way out is its own, and its image is looked after unless somebody says otherwise. */
    static void service(Fleet fleet, AppRunnerInstance instance, Tally tally) {
        Resource service = fleet.resource();
        Quantity busy = Quantity.of(tally.usage().busyHours(fleet), "hours at work");
        tally.line(service, "vCPU", Group.PER_REQUEST, busy.times(instance.vcpu(), "vCPU"), "apprunner:active:vcpu");
        if (service.at("SourceConfiguration", "AutoDeploymentsEnabled").isTrueOr(isPrivate(service))) {
            tally.line(
                    service,
                    "automatic deployments",
                    Group.ALWAYS_ON,
                    Quantity.of(1, "service"),
                    "apprunner:auto-deployment");
        }
        if (tally.usage().path().isServedBy(service.name())) {
            Traffic.out(tally, service);
        }
    }

    private static boolean isPrivate(Resource service) {
        return !service.at("SourceConfiguration", "ImageRepository", "ImageRepositoryType")
                .is("ECR_PUBLIC");
    }
}
