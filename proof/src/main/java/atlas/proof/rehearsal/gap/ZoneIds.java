package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

final class ZoneIds implements TemplateGap {
    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "ids of zones";
    }

    @Override
    public String reason() {
        return "a subnet's AvailabilityZoneId is not looked at, so all would lie in one zone, where no load balancer goes; the zones"
                + " are named by letters instead";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        List<String> ids = new ArrayList<>();
        for (ObjectNode subnet : TemplateGap.properties(template, "AWS::EC2::Subnet")) {
            if (subnet.has("AvailabilityZoneId")) {
                String id = subnet.remove("AvailabilityZoneId").toString();
                if (!ids.contains(id)) {
                    ids.add(id);
                }
                subnet.putObject("AvailabilityZone")
                        .putArray("Fn::Select")
                        .add(String.valueOf(ids.indexOf(id)))
                        .addObject()
                        .put("Fn::GetAZs", "");
            }
        }
        return !ids.isEmpty();
    }
}
