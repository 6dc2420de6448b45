package atlas.infra.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.infra.OffHours;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestFileTest {
    @Test
    void fillsABlankAndLeavesTheRestAsItStands() {
        List<Map<String, Object>> classes =
                new ManifestFile("storage-classes").filledWith(Map.of("FILE_SYSTEM", "fs-1"));

        assertEquals(
                "{provisioningMode=efs-ap, fileSystemId=fs-1, directoryPerms=700}",
                classes.get(1).get("parameters").toString());
        assertEquals(
                "{type=gp3, encrypted=true}", classes.get(0).get("parameters").toString());
        assertEquals(true, classes.get(0).get("allowVolumeExpansion"));
    }

    /** In the template a number must be a number, and a command a list. */
    @Test
    void keepsNumbersAndListsWhatTheyAre() {
        Map<String, Object> blanks = new TreeMap<>(new PodScaling(1, 4, OffHours.SHRINK).blanks());

        List<Map<String, Object>> objects = new ManifestFile("off-hours").filledWith(blanks);

        assertEquals(
                List.of("patch", "horizontalpodautoscaler/app", "--patch={\"spec\":{\"maxReplicas\":1}}"),
                at(objects.get(3), "spec", "jobTemplate", "spec", "template", "spec", "containers", 0, "args"));
        assertEquals("0 20 * * MON-FRI", at(objects.get(3), "spec", "schedule"));
    }

    @Test
    void refusesABlankThatNobodyFills() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new ManifestFile("storage-classes")
                .filledWith(Map.of("IMAGE", "x")));

        assertEquals(
                "storage-classes.yaml wants a value for ${FILE_SYSTEM}, there are only [IMAGE]", refused.getMessage());
    }

    private static Object at(Object value, Object... path) {
        Object found = value;
        for (Object step : path) {
            found = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
        }
        return found;
    }
}
