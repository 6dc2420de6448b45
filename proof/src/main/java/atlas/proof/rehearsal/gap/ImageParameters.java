package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

final class ImageParameters implements TemplateGap {
    private static final String FROM_SSM = "AWS::SSM::Parameter::Value<";
    /** AWS's own documents use it as an example. */
    private static final String ANY_IMAGE = "ami-0abcdef1234567890";

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
