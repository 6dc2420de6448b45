package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.PurchaseModel;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Machine.Instance;
import atlas.compare.capacity.Machine.Share;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.capacity.Machine.Tenancy;
import atlas.compare.prices.Price;
import atlas.compare.prices.Tier;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * At which price capacity is bought.
 *
 * @param hours in which it runs
 * @param month all hours of it, which a commitment pays whether it runs or not; empty for what comes and goes
 */
record Purchasing(Tally tally, Share share, Group group, Quantity hours, Optional<Quantity> month) {

    void ec2(Instance instance) {
        String type = instance.type();
        switch (model(instance.tenancy())) {
            case AS_WRITTEN, ON_DEMAND -> line(type + " On-Demand", hours, "ec2:ondemand:linux:" + type);
            case SPOT -> line(type + " on Spot", hours, "ec2:spot:linux:" + type);
            case RESERVED_1Y ->
                line(type + " reserved for 1 year", committed(), "ec2:ri:standard:1y:no-upfront:" + type);
            case RESERVED_3Y ->
                line(type + " reserved for 3 years", committed(), "ec2:ri:standard:3y:no-upfront:" + type);
            case SAVINGS_PLAN_1Y -> discounted(type, "ec2:sp:discount:compute:1y");
            case SAVINGS_PLAN_3Y -> discounted(type, "ec2:sp:discount:compute:3y");
            case DEDICATED_INSTANCE -> dedicated(type);
            case DEDICATED_HOST -> host(instance);
        }
        instance.feeKey().ifPresent(key -> fee(type, key));
    }

    /** @param part {@code vcpu} or {@code gb} */
    void fargate(String item, BigDecimal size, String unit, Task task, String part) {
        String key = "%s:%s".formatted(task.arm() ? "arm" : "x86", part);
        Quantity running = hours.times(size, unit);
        switch (model(Tenancy.SHARED)) {
            case SAVINGS_PLAN_1Y ->
                line(item + ", Savings Plan 1 year", committed().times(size, unit), "fargate:csp-1y-no-upfront:" + key);
            case SAVINGS_PLAN_3Y ->
                line(
                        item + ", Savings Plan 3 years",
                        committed().times(size, unit),
                        "fargate:csp-3y-no-upfront:" + key);
            case SPOT -> fargateSpot(item + " on Spot", running, key);
            // Fargate has neither reservations nor dedicated hardware.
            case AS_WRITTEN, ON_DEMAND, RESERVED_1Y, RESERVED_3Y, DEDICATED_INSTANCE, DEDICATED_HOST ->
                line(item, running, "fargate:" + key);
        }
    }

    private Quantity committed() {
        return month.orElse(hours);
    }

    private void line(String item, Quantity quantity, String priceKey) {
        tally.line(resource(), item, group, quantity, priceKey);
    }

    private Resource resource() {
        return share.resource();
    }

    /** Where a region has no price for Spot, it may have a discount. */
    private void fargateSpot(String item, Quantity quantity, String key) {
        Optional<Price> derived = tally.price("fargate-spot:discount")
                .filter(discount -> tally.price("fargate-spot:" + key).isEmpty())
                .flatMap(discount -> part("fargate:" + key, discount, rest(discount)));
        derived.ifPresentOrElse(
                price -> tally.line(resource(), item, group, quantity, price),
                () -> line(item, quantity, "fargate-spot:" + key));
    }

    private void discounted(String type, String discountKey) {
        Optional<Price> price = tally.price(discountKey)
                .flatMap(discount -> part("ec2:ondemand:linux:" + type, discount, rest(discount)));
        price.ifPresentOrElse(
                known -> tally.line(resource(), type + " Savings Plan", group, committed(), known),
                () -> line(type + " Savings Plan", committed(), discountKey));
    }

    /** Of the On-Demand price, however the instance itself is bought. */
    private void fee(String type, String key) {
        Optional<Price> price =
                tally.price(key).flatMap(fraction -> part("ec2:ondemand:linux:" + type, fraction, fraction.first()));
        price.ifPresentOrElse(
                known -> tally.line(resource(), "management fee", group, hours, known),
                () -> line("management fee", hours, key));
    }

    /** The fee is paid once a region while there is such an instance. */
    private void dedicated(String type) {
        tally.notPriced(resource(), "%s: no price for a dedicated instance".formatted(type));
        if (tally.isFirst("region fee")) {
            tally.line(
                    resource(),
                    "fee for dedicated instances",
                    group,
                    tally.hours(),
                    "ec2:dedicated-instance:region-fee");
        }
    }

    /** One host for all that a resource brings, running or not; one that the template has is paid there. */
    private void host(Instance instance) {
        boolean written = instance.tenancy() == Tenancy.HOST;
        if (written && tally.setUp().resources("AWS::EC2::Host").findAny().isEmpty()) {
            tally.notPriced(resource(), "the host that it is on is not in the template");
        }
        if (!written && tally.isFirst("host of " + resource().name())) {
            String family =
                    instance.type().substring(0, Math.max(0, instance.type().indexOf('.')));
            tally.line(resource(), family + " host", group, tally.hours(), "ec2:dedicated-host:" + family);
        }
    }

    private static BigDecimal rest(Price discount) {
        return BigDecimal.ONE.subtract(discount.first());
    }

    /** A part of another price, under the key that tells how large a part. */
    private Optional<Price> part(String wholeKey, Price fraction, BigDecimal part) {
        return tally.price(wholeKey)
                .map(whole -> new Price(
                        fraction.key(),
                        whole.unit(),
                        List.of(new Tier(BigDecimal.ZERO, whole.first().multiply(part))),
                        whole.confidence().and(fraction.confidence()),
                        fraction.source(),
                        fraction.date(),
                        fraction.note()));
    }

    /** What the template says of the hardware holds in any case; a commitment is made for what is always there. */
    private PurchaseModel model(Tenancy tenancy) {
        if (tenancy != Tenancy.SHARED) {
            return tenancy == Tenancy.DEDICATED ? PurchaseModel.DEDICATED_INSTANCE : PurchaseModel.DEDICATED_HOST;
        }
        PurchaseModel asWritten = share.spot() ? PurchaseModel.SPOT : PurchaseModel.ON_DEMAND;
        PurchaseModel chosen = tally.terms().purchase();
        return switch (chosen) {
            case AS_WRITTEN -> asWritten;
            case ON_DEMAND, SPOT, DEDICATED_INSTANCE, DEDICATED_HOST -> chosen;
            case RESERVED_1Y, RESERVED_3Y, SAVINGS_PLAN_1Y, SAVINGS_PLAN_3Y -> month.isPresent() ? chosen : asWritten;
        };
    }
}
