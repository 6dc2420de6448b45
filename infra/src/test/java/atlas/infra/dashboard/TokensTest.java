package atlas.infra.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source of the tokens: Amazon CloudWatch User Guide, "Search expression syntax". */
class TokensTest {
    @ParameterizedTest
    @CsvSource({
        "CustomCount1, custom count 1",
        "SDBFailure, sdb failure",
        "Project2-trial333, project 2 trial 333",
        "AtlasEcsEc2-Cluster7FA2-Q3X, atlas ecs ec 2 cluster 7 fa 2 q 3 x",
    })
    void areWhatTheGuideSays(String name, String tokens) {
        assertEquals(List.of(tokens.split(" ")), Tokens.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "AtlasEcsEc2, AtlasEcsEc2-Cluster7FA2-Q3X, true",
        "AtlasEcsEc2, AtlasEcsFargate-Cluster7FA2-Q3X, false",
        "AtlasEcs, AtlasEcsEc2-Cluster7FA2-Q3X, true",
        "network-errors, Network_Errors_2, true",
        "errors-network, Network_Errors_2, false",
    })
    void findWhatFollowsEachOther(String term, String name, boolean found) {
        assertEquals(found, Tokens.finds(term, name));
    }
}
