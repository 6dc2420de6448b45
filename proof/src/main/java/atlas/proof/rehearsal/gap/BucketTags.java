package atlas.proof.rehearsal.gap;

import atlas.proof.rehearsal.assembly.StackTemplate;
import atlas.proof.rehearsal.aws.Aws;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

final class BucketTags implements DeployedGap {
    private final String emulator;

    BucketTags(String emulator) {
        this.emulator = emulator;
    }

    @Override
    public String emulator() {
        return emulator;
    }

    @Override
    public String name() {
        return "tags of buckets";
    }

    @Override
    public String reason() {
        return "CloudFormation gives a bucket its tags, the emulator's does not, and the CDK empties only a bucket that is tagged"
                + " for it; the tags are set by the API of S3";
    }

    @Override
    public boolean bridge(StackTemplate stack, Map<String, String> ids, Aws aws) {
        boolean tagged = false;
        for (Map.Entry<String, JsonNode> resource : stack.resources().entrySet()) {
            JsonNode tags = resource.getValue().at("/Properties/Tags");
            if (resource.getValue().path("Type").asText().equals("AWS::S3::Bucket")
                    && !tags.isEmpty()
                    && ids.containsKey(resource.getKey())) {
                StringBuilder set = new StringBuilder("<Tagging><TagSet>");
                tags.forEach(tag -> set.append("<Tag><Key>%s</Key><Value>%s</Value></Tag>"
                        .formatted(tag.path("Key").asText(), tag.path("Value").asText())));
                String bucket = ids.get(resource.getKey());
                tagged |= aws.send("s3", "PUT", "/%s?tagging".formatted(bucket), set + "</TagSet></Tagging>", Map.of())
                        .isOk();
            }
        }
        return tagged;
    }
}
