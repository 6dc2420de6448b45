package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

final class DesiredCapacity implements TemplateGap {
    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "desired capacity";
    }

    @Override
    public String reason() {
        return "an Auto Scaling group without DesiredCapacity starts with MinSize instances on AWS, and with none here";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        boolean changed = false;
        for (JsonNode resource : template.path("Resources")) {
            JsonNode properties = resource.path("Properties");
            if (resource.path("Type").asText().equals("AWS::AutoScaling::AutoScalingGroup")
                    && !properties.has("DesiredCapacity")) {
                ((ObjectNode) properties).set("DesiredCapacity", properties.path("MinSize"));
                changed = true;
            }
        }
        return changed;
    }
}
