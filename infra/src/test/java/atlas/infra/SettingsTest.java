package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    @Test
    void startsAsASmallSandboxOfEverything() {
        assertEquals(
                new Settings(
                        List.of(ComputeOption.values()),
                        Profile.SANDBOX,
                        "us-east-1",
                        List.of(),
                        new Domain.None(),
                        List.of(),
                        "pl-3b927c52",
                        Architecture.ARM64,
                        1,
                        2,
                        OffHours.SHRINK,
                        InstanceSize.SMALL,
                        1024,
                        2048,
                        true,
                        false,
                        "",
                        1769,
                        true,
                        0,
                        0,
                        "",
                        new Lifetime.Unlimited(),
                        new Budget.None()),
                Settings.from(Map.of()));
    }

    static Stream<Arguments> takes() {
        return Stream.of(
                setting("options=ecs-fargate", Settings::options, List.of(ComputeOption.ECS_FARGATE)),
                setting(
                        "options=lambda-http-api, ecs-fargate",
                        Settings::options,
                        List.of(ComputeOption.LAMBDA_HTTP_API, ComputeOption.ECS_FARGATE)),
                setting("options=ecs-fargate,ecs-fargate", Settings::options, List.of(ComputeOption.ECS_FARGATE)),
                setting("profile=production", Settings::profile, Profile.PRODUCTION),
                setting("region=eu-west-1", Settings::region, "eu-west-1"),
                setting("region=eu-west-1", Settings::cloudFrontPrefixList, "pl-4fa04526"),
                setting("zoneNames=us-east-1b,us-east-1d", Settings::zoneNames, List.of("us-east-1b", "us-east-1d")),
                setting("domain=atlas.example.com", Settings::domain, new Domain.Undelegated("atlas.example.com")),
                setting("allowCidr=203.0.113.7", Settings::allowCidr, List.of(new Cidr("203.0.113.7", 32))),
                setting(
                        "allowCidr=203.0.113.0/24,10.0.0.0/8",
                        Settings::allowCidr,
                        List.of(new Cidr("203.0.113.0", 24), new Cidr("10.0.0.0", 8))),
                setting(
                        "cloudFrontPrefixList=pl-0123456789abcdef0",
                        Settings::cloudFrontPrefixList,
                        "pl-0123456789abcdef0"),
                setting("architecture=x86_64", Settings::architecture, Architecture.X86_64),
                setting("minUnits=2", Settings::minUnits, 2),
                setting("maxUnits=10", Settings::maxUnits, 10),
                setting("offHours=stop", Settings::offHours, OffHours.STOP),
                setting("offHours=run", Settings::offHours, OffHours.RUN),
                setting("instanceSize=medium", Settings::instanceSize, InstanceSize.MEDIUM),
                setting("taskMemory=8192", Settings::taskMemoryMiB, 8192),
                setting("ecsExec=false", Settings::ecsExec, false),
                setting("readOnlyRoot=true", Settings::readOnlyRoot, true),
                setting(
                        "clusterAdmin=arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1f",
                        Settings::clusterAdmin,
                        "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1f"),
                setting("functionMemory=10240", Settings::functionMemoryMiB, 10240),
                setting("snapStart=false", Settings::snapStart, false),
                setting("reservedConcurrency=100", Settings::reservedConcurrency, 100),
                setting("owner=Zoë @ team-blue/2", Settings::owner, "Zoë @ team-blue/2"),
                setting(
                        "expires=2026-12-01T18:00",
                        Settings::lifetime,
                        new Lifetime.Until(LocalDateTime.of(2026, 12, 1, 18, 0))));
    }

    @ParameterizedTest
    @MethodSource
    void takes(String setting, Function<Settings, Object> reader, Object expected) {
        assertEquals(expected, reader.apply(with(setting)));
    }

    @Test
    void takesTheZoneOfADelegatedDomain() {
        assertEquals(
                new Domain.Delegated("atlas.example.com", "Z0123456789ABCDEFGHIJ"),
                with("domain=atlas.example.com", "zoneId=Z0123456789ABCDEFGHIJ").domain());
    }

    @Test
    void takesProvisionedConcurrencyInPlaceOfSnapStart() {
        Settings settings = with("provisionedConcurrency=5", "snapStart=false", "reservedConcurrency=5");

        assertEquals(5, settings.provisionedConcurrency());
        assertEquals(5, settings.reservedConcurrency());
    }

    @Test
    void takesABudgetWithAnAddress() {
        assertEquals(
                new Budget.Monthly(20, "you@example.com"),
                with("budget=20", "email=you@example.com").budget());
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox,    ,      ,      true,  false",
        "production, ,      ,      false, true",
        "sandbox,    ,      true,  false, true",
        "sandbox,    false, ,      false, false",
        "production, true,  ,      true,  false",
        "production, ,      false, false, false",
    })
    void opensTasksInTheSandboxAndSealsThemInProduction(
            String profile, String ecsExec, String readOnlyRoot, boolean exec, boolean sealed) {
        Map<String, Object> context = new TreeMap<>(Map.of("profile", profile));
        if (ecsExec != null) {
            context.put("ecsExec", ecsExec);
        }
        if (readOnlyRoot != null) {
            context.put("readOnlyRoot", readOnlyRoot);
        }

        Settings settings = Settings.from(context);

        assertEquals(exec, settings.ecsExec());
        assertEquals(sealed, settings.readOnlyRoot());
    }

    @Test
    void leavesTheContextOfTheCdkAlone() {
        assertNotNull(with("@aws-cdk/core:target-partitions=aws", "aws:cdk:bundling-stacks=*", "our-team=blue"));
    }

    @Test
    void readsEverySettingItLists() {
        Map<String, Boolean> asked = new TreeMap<>();
        Settings.ALL.forEach(setting -> asked.put(setting.key(), false));

        Settings.from(new TreeMap<String, Object>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object get(Object key) {
                asked.put((String) key, true);
                return null;
            }
        });

        assertEquals(
                List.of(),
                asked.keySet().stream().filter(key -> !asked.get(key)).toList());
        assertEquals(Settings.ALL.size(), asked.size());
    }

    static Stream<Setting<?>> takesTheExampleItSuggests() {
        return Settings.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource
    void takesTheExampleItSuggests(Setting<?> setting) {
        assertNotNull(setting.read(Map.of(setting.key(), (Object) setting.example())::get));
    }

    @Test
    void buildsAllOnlyWhenNoOptionIsLeftOut() {
        assertEquals(true, with().buildsAll());
        assertEquals(
                true,
                with("options=lambda-schedule,lambda-s3-trigger,lambda-http-api,eks-managed-nodes,ecs-fargate,ecs-ec2,"
                                + "ec2-auto-scaling")
                        .buildsAll());
        assertEquals(false, with("options=lambda-http-api,ecs-fargate").buildsAll());
    }

    private static Arguments setting(String setting, Function<Settings, Object> reader, Object expected) {
        return arguments(setting, reader, expected);
    }

    private static Settings with(String... settings) {
        return Settings.from(Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }
}
