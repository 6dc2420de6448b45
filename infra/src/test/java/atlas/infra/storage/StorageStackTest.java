package atlas.infra.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlas.infra.template.Assembly;
import atlas.infra.template.Json;
import atlas.infra.template.Resource;
import atlas.infra.template.StackTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StorageStackTest {
    private static StackTemplate sandbox;
    private static StackTemplate production;

    @BeforeAll
    static void synthesize() {
        sandbox = Assembly.with().stack("Storage");
        production = Assembly.with("profile=production").stack("Storage");
    }

    @Test
    void coolsPostersDownToTheGlacierClasses() {
        assertEquals(
                List.of("30 STANDARD_IA", "90 GLACIER_IR", "180 GLACIER", "365 DEEP_ARCHIVE"),
                Json.elements(posters(sandbox).get("/LifecycleConfiguration/Rules/0/Transitions"))
                        .map(transition -> transition.path("TransitionInDays").asText() + " "
                                + transition.path("StorageClass").asText())
                        .toList());
    }

    /** Half an upload is invisible and is paid for until somebody looks. */
    @Test
    void forgetsUnfinishedUploads() {
        assertEquals(
                "1",
                posters(sandbox)
                        .text("/LifecycleConfiguration/Rules/0/AbortIncompleteMultipartUpload/DaysAfterInitiation"));
    }

    @Test
    void keepsDataInProduction() {
        assertEquals("Retain", posters(production).json().path("DeletionPolicy").asText());
        assertEquals(
                "Retain", posters(production).json().path("UpdateReplacePolicy").asText());
        assertEquals("Enabled", posters(production).text("/VersioningConfiguration/Status"));
        production.assertions().resourceCountIs("Custom::S3AutoDeleteObjects", 0);
    }

    @Test
    void leavesNothingBehindInTheSandbox() {
        assertEquals("Delete", posters(sandbox).json().path("DeletionPolicy").asText());
        assertFalse(posters(sandbox).has("/VersioningConfiguration"));
        sandbox.assertions().resourceCountIs("Custom::S3AutoDeleteObjects", 1);
    }

    /** By the bucket's own property: no function is made to set it, and none must know of the bucket's other listeners. */
    @Test
    void tellsEventBridgeOfEveryObject() {
        for (StackTemplate storage : List.of(sandbox, production)) {
            assertEquals(
                    "true",
                    posters(storage).text("/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled"));
            storage.assertions().resourceCountIs("Custom::S3BucketNotifications", 0);
        }
    }

    @Test
    void exportsAFixedSet() {
        assertEquals(List.of("${Posters.Arn}", "${Posters}"), sandbox.exports());
    }

    private static Resource posters(StackTemplate storage) {
        return storage.only("AWS::S3::Bucket");
    }
}
