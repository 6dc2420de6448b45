package atlas.proof.rehearsal.gap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

final class ImageAddresses implements TemplateGap {
    private static final String ECR = "${AWS::AccountId}.dkr.ecr.";
    /** Where floci's registry is, in the style "path": floci.io/floci/services/ecr. */
    private static final String REGISTRY = "localhost:5100/${AWS::AccountId}/${AWS::Region}/";

    @Override
    public String emulator() {
        return "floci";
    }

    @Override
    public String name() {
        return "addresses of images";
    }

    @Override
    public String reason() {
        return "ECS asks the internet for an image of ECR, though the image lies in floci's own registry; the task names that";
    }

    @Override
    public boolean bridge(ObjectNode template, Assets assets) {
        boolean changed = false;
        for (ObjectNode task : TemplateGap.properties(template, "AWS::ECS::TaskDefinition")) {
            for (JsonNode container : task.path("ContainerDefinitions")) {
                String image = container.at("/Image/Fn::Sub").asText();
                if (image.startsWith(ECR)) {
                    ((ObjectNode) container.path("Image"))
                            .put("Fn::Sub", REGISTRY + image.substring(image.indexOf('/') + 1));
                    changed = true;
                }
            }
        }
        return changed;
    }
}
