package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

final class ImageParameters implements TemplateGap {
    private static final String FROM_SSM = "AWS::SSM::Parameter::Value<";
    /** One that floci knows: floci.io/floci/services/ec2, "AMI to Docker Image Mapping". */
    private static final String ANY_IMAGE = "ami-amazonlinux2023";

    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "machine image parameters";
    }

    @Override
    public String reason() {
        return "AWS keeps the newest machine images in public SSM parameters, which there are none of here";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        boolean changed = false;
        for (JsonNode parameter : template.path("Parameters")) {
            if (parameter.path("Type").asText().startsWith(FROM_SSM)
                    && parameter.path("Type").asText().contains("Image")) {
                ((ObjectNode) parameter).put("Type", "String").put("Default", ANY_IMAGE);
                changed = true;
            }
        }
        return changed;
    }
}
