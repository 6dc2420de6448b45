package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
        return "AWS keeps the newest machine images in public SSM parameters, which there are none of here; the templates name an"
                + " image that floci knows";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) throws IOException {
        List<String> parameters = new ArrayList<>();
        template.path("Parameters").properties().forEach(parameter -> {
            String type = parameter.getValue().path("Type").asText();
            if (type.startsWith(FROM_SSM) && type.contains("Image")) {
                parameters.add(parameter.getKey());
            }
        });
        for (String parameter : parameters) {
            ((ObjectNode) template.path("Parameters")).remove(parameter);
            String reference = "{\"Ref\":\"%s\"}".formatted(parameter);
            String resources = template.path("Resources").toString().replace(reference, '"' + ANY_IMAGE + '"');
            template.set("Resources", new ObjectMapper().readTree(resources));
        }
        return !parameters.isEmpty();
    }
}
