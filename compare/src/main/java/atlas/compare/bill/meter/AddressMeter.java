package atlas.compare.bill.meter;

import atlas.compare.bill.Group;
import atlas.compare.bill.Tally;
import atlas.compare.capacity.Machine.Address;
import atlas.compare.template.Resource;

/** The public IPv4 addresses of tasks and instances, for as long as these are there. */
final class AddressMeter {
    private AddressMeter() {}

    static void read(Purchasing purchasing) {
        Tally tally = purchasing.tally();
        Resource resource = purchasing.share().resource();
        Address address = purchasing.share().machine().address();
        if (address == Address.PUBLIC) {
            tally.line(resource, "public IPv4", Group.OFTEN_FORGOTTEN, purchasing.hours(), "vpc:public-ipv4:in-use");
        }
        if (address == Address.LEFT_OPEN && tally.isFirst("address of " + resource.name())) {
            tally.notPriced(resource, "public IPv4: whether its subnet gives it one is not in the template");
        }
    }
}
