package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettingsLawsTest {
    /** Whatever is typed, the answer is settings or one line with the remedy, never a stack trace. */
    @Property
    void anyContextIsTakenOrRefusedInOneLine(@ForAll("contexts") Map<String, Object> context) {
        try {
            Settings settings = Settings.from(context);
            assertTrue(settings.minUnits() <= settings.maxUnits());
            assertTrue(!settings.ecsExec() || !settings.readOnlyRoot());
            assertTrue(!settings.snapStart() || settings.provisionedConcurrency() == 0);
        } catch (SettingsException refused) {
            assertTrue(refused.getMessage().lines().count() <= 1 || hasLineBreak(context), refused.getMessage());
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> contexts() {
        List<String> keys = Settings.ALL.stream().map(Setting::key).toList();
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).asGeneric(),
                Arbitraries.of("true", "false", "production", "x86_64", "stop", "medium", "ecs-fargate", "10.0.0.0/8")
                        .asGeneric(),
                Arbitraries.integers().between(-1, 5000).asGeneric(),
                Arbitraries.integers().between(0, 12).map(String::valueOf).asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.strings().ofMaxLength(5).list().ofMaxSize(3).asGeneric());
        return Arbitraries.maps(Arbitraries.of(keys), values).ofMaxSize(4);
    }

    private static boolean hasLineBreak(Map<String, Object> context) {
        return context.values().stream()
                .anyMatch(value -> value.toString().lines().count() > 1);
    }
}
