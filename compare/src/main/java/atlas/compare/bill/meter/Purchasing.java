package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.PurchaseModel;
import atlas.compare.bill.Quantity;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Machine.Task;
import atlas.compare.prices.Price;
import atlas.compare.prices.Tier;
import atlas.compare.template.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * At which price capacity is bought.
 *
 * @param spot whether the template has it on Spot
 * @param alwaysOn whether a commitment covers it: one is made for what is always there
 */
record Purchasing(Tally tally, boolean spot, boolean alwaysOn) {

    void ec2(Resource resource, Group group, Quantity hours, String type) {
        String family = type.substring(0, Math.max(0, type.indexOf('.')));
        switch (model()) {
            case AS_WRITTEN, ON_DEMAND ->
                tally.line(resource, type + " On-Demand", group, hours, "ec2:ondemand:linux:" + type);
            case SPOT -> tally.line(resource, type + " on Spot", group, hours, "ec2:spot:linux:" + type);
            case RESERVED_1Y ->
                tally.line(
                        resource, type + " reserved for 1 year", group, hours, "ec2:ri:standard:1y:no-upfront:" + type);
            case RESERVED_3Y ->
                tally.line(
                        resource,
                        type + " reserved for 3 years",
                        group,
                        hours,
                        "ec2:ri:standard:3y:no-upfront:" + type);
            case SAVINGS_PLAN_1Y -> discounted(resource, group, hours, type, "ec2:sp:discount:compute:1y");
            case SAVINGS_PLAN_3Y -> discounted(resource, group, hours, type, "ec2:sp:discount:compute:3y");
            case DEDICATED_INSTANCE ->
                tally.notPriced(resource, "%s: no price for a dedicated instance".formatted(type), true);
            case DEDICATED_HOST ->
                tally.line(resource, family + " host", group, tally.hours(), "ec2:dedicated-host:" + family);
        }
    }

    /** @param part {@code vcpu} or {@code gb} */
    void fargate(Resource resource, String item, Group group, Quantity hours, Task task, String part) {
        String size = "%s:%s".formatted(task.arm() ? "arm" : "x86", part);
        switch (model()) {
            case SAVINGS_PLAN_1Y ->
                tally.line(resource, item + ", Savings Plan 1 year", group, hours, "fargate:csp-1y-no-upfront:" + size);
            case SAVINGS_PLAN_3Y ->
                tally.line(
                        resource, item + ", Savings Plan 3 years", group, hours, "fargate:csp-3y-no-upfront:" + size);
            case SPOT -> fargateSpot(resource, item + " on Spot", group, hours, size);
            // Fargate has neither reservations nor dedicated hardware.
            case AS_WRITTEN, ON_DEMAND, RESERVED_1Y, RESERVED_3Y, DEDICATED_INSTANCE, DEDICATED_HOST ->
                tally.line(resource, item, group, hours, "fargate:" + size);
        }
    }

    /** Where a region has no price for Spot, it may have a discount. */
    private void fargateSpot(Resource resource, String item, Group group, Quantity hours, String size) {
        String key = "fargate-spot:" + size;
        Optional<Price> derived = tally.price("fargate-spot:discount")
                .filter(discount -> tally.price(key).isEmpty())
                .flatMap(discount -> less(tally.price("fargate:" + size), discount));
        derived.ifPresentOrElse(
                price -> tally.line(resource, item, group, hours, price),
                () -> tally.line(resource, item, group, hours, key));
    }

    private void discounted(Resource resource, Group group, Quantity hours, String type, String discountKey) {
        Optional<Price> price =
                tally.price(discountKey).flatMap(discount -> less(tally.price("ec2:ondemand:linux:" + type), discount));
        price.ifPresentOrElse(
                known -> tally.line(resource, type + " Savings Plan", group, hours, known),
                () -> tally.line(resource, type + " Savings Plan", group, hours, discountKey));
    }

    private static Optional<Price> less(Optional<Price> full, Price discount) {
        return full.map(price -> new Price(
                discount.key(),
                price.unit(),
                List.of(new Tier(BigDecimal.ZERO, price.first().multiply(BigDecimal.ONE.subtract(discount.first())))),
                price.confidence().and(discount.confidence()),
                discount.source(),
                discount.date(),
                discount.note()));
    }

    private PurchaseModel model() {
        PurchaseModel chosen = tally.terms().purchase();
        return switch (chosen) {
            case AS_WRITTEN -> spot ? PurchaseModel.SPOT : PurchaseModel.ON_DEMAND;
            case ON_DEMAND, SPOT, DEDICATED_INSTANCE, DEDICATED_HOST -> chosen;
            case RESERVED_1Y, RESERVED_3Y, SAVINGS_PLAN_1Y, SAVINGS_PLAN_3Y ->
                alwaysOn ? chosen : spot ? PurchaseModel.SPOT : PurchaseModel.ON_DEMAND;
        };
    }
}
