package atlas.infra.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {
    @ParameterizedTest
    @CsvSource({
        "Rule-1, S/Role, Rule-1, S/Role, true",
        "Rule-1, S/Role, Rule-1, S/Role/Policy/Resource, true",
        "Rule-1, S/Role, Rule-1, S/Role2/Resource, false",
        "Rule-1, S/Role, Rule-1, T/Role, false",
        "Rule-1, S/Role, Rule-11, S/Role, false",
        "Rule-1, S/Role, Rule-1[Action::s3:*], S/Role, true",
        "Rule-1[s3:*], S/Role, Rule-1[Action::s3:*], S/Role, true",
        "Rule-1[s3:*], S/Role, Rule-1[Action::s3:List*], S/Role, false",
        "Rule-1[*], S/Role, Rule-1[Resource::*], S/Role, true",
        "Rule-1[*], S/Role, Rule-1[Resource::<Bucket.Arn>/*], S/Role, false",
        "Rule-1[posters/*], S/Role, Rule-1[Resource::<Bucket.Arn>/posters/*], S/Role, true",
        "Rule-1[posters/*], S/Role, Rule-1[Resource::<Bucket.Arn>/jobs/*], S/Role, false",
        "Annotation::@cdk/x:y, S/Role, Annotation::@cdk/x:y, S/Role, true",
        "Annotation::Rule-1, S/Role, Rule-1, S/Role, true",
    })
    void covers(String accepted, String path, String found, String where, boolean covered) {
        assertEquals(covered, new Acceptance(accepted, path, "why").covers(new Finding(found, where)));
    }
}
