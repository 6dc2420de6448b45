package atlas.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "options=fargat | unknown option fargat;"
                        + " did you mean ecs-fargate, ecs-ec2, lambda-http-api? ./atlas list shows all",
                "options= | unknown option (empty);"
                        + " did you mean ecs-ec2, ecs-fargate, lambda-http-api? ./atlas list shows all",
                "profile=dev | profile must be sandbox or production, got dev; try -c profile=sandbox",
                "profile=PRODUCTION | profile must be sandbox or production, got PRODUCTION; try -c profile=sandbox",
                "region=ireland | region must be an AWS region, got ireland; try -c region=us-east-1",
                "region=us-east-1a | region must be an AWS region, got us-east-1a; try -c region=us-east-1",
                "region=mx-central-1 | cloudFrontPrefixList must be set in region mx-central-1; find it with: aws ec2"
                        + " describe-managed-prefix-lists --region mx-central-1 --filters"
                        + " Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing",
                "zoneNames=a,b | zoneNames must be two zone names separated by a comma, got a,b;"
                        + " try -c zoneNames=us-east-1a,us-east-1b",
                "zoneNames=us-east-1a | zoneNames must be two zones of us-east-1, got us-east-1a;"
                        + " try -c zoneNames=us-east-1a,us-east-1b",
                "zoneNames=us-east-1a,us-east-1a | zoneNames must be two zones of us-east-1, got"
                        + " us-east-1a,us-east-1a; try -c zoneNames=us-east-1a,us-east-1b",
                "zoneNames=eu-west-1a,eu-west-1b | zoneNames must be two zones of us-east-1, got"
                        + " eu-west-1a,eu-west-1b; try -c zoneNames=us-east-1a,us-east-1b",
                "zoneNames=us-east-1a,us-east-1b,us-east-1c | zoneNames must be two zones of us-east-1, got"
                        + " us-east-1a,us-east-1b,us-east-1c; try -c zoneNames=us-east-1a,us-east-1b",
                "domain=Example.com | domain must be a domain name in lower case, got Example.com;"
                        + " try -c domain=atlas.example.com",
                "domain=https://example.com | domain must be a domain name in lower case, got https://example.com;"
                        + " try -c domain=atlas.example.com",
                "domain=localhost | domain must be a domain name in lower case, got localhost;"
                        + " try -c domain=atlas.example.com",
                "zoneId=Z0123456789ABCDEFGHIJ | zoneId=Z0123456789ABCDEFGHIJ needs the domain it is for;"
                        + " try -c domain=atlas.example.com",
                "zoneId=/hostedzone/Z01 | zoneId must be a hosted zone id, got /hostedzone/Z01;"
                        + " try -c zoneId=Z0123456789ABCDEFGHIJ",
                "allowCidr=10.0.0.0/33 | allowCidr must be up to 100 IPv4 ranges separated by commas, got 10.0.0.0/33;"
                        + " try -c allowCidr=203.0.113.7/32",
                "allowCidr=10.0.0.256 | allowCidr must be up to 100 IPv4 ranges separated by commas, got 10.0.0.256;"
                        + " try -c allowCidr=203.0.113.7/32",
                "allowCidr=10.0.0.1,, | allowCidr must be up to 100 IPv4 ranges separated by commas, got 10.0.0.1,,;"
                        + " try -c allowCidr=203.0.113.7/32",
                "allowCidr=::/0 | allowCidr must be up to 100 IPv4 ranges separated by commas, got ::/0;"
                        + " try -c allowCidr=203.0.113.7/32",
                "cloudFrontPrefixList=pl-xyz | cloudFrontPrefixList must be a prefix list id, got pl-xyz;"
                        + " try -c cloudFrontPrefixList=pl-3b927c52",
                "architecture=arm | architecture must be arm64 or x86_64, got arm; try -c architecture=arm64",
                "minUnits=0 | minUnits must be 1 to 10, got 0; try -c minUnits=1",
                "maxUnits=11 | maxUnits must be 1 to 10, got 11; try -c maxUnits=2",
                "minUnits=3 | maxUnits=2 is below minUnits=3; try -c maxUnits=3",
                "offHours=sleep | offHours must be run or shrink or stop, got sleep; try -c offHours=shrink",
                "instanceSize=large | instanceSize must be small or medium, got large; try -c instanceSize=small",
                "taskCpu=255 | taskCpu must be 256 to 4096, got 255; try -c taskCpu=1024",
                "taskCpu=1000 | taskCpu must be one of 256, 512, 1024, 2048, 4096, got 1000; try -c taskCpu=1024",
                "taskMemory=1024 | taskMemory must be one of 2048, 3072, 4096, 5120, 6144, 7168, 8192"
                        + " with taskCpu=1024, got 1024; try -c taskMemory=2048",
                "ecsExec=yes | ecsExec must be true or false, got yes; try -c ecsExec=true",
                "readOnlyRoot=1 | readOnlyRoot must be true or false, got 1; try -c readOnlyRoot=true",
                "clusterAdmin=Admin | clusterAdmin must be the ARN of an IAM role or user, got Admin;"
                        + " try -c clusterAdmin=arn:aws:iam::111122223333:role/Admin",
                "clusterAdmin=arn:aws:sts::111122223333:assumed-role/Admin/me | clusterAdmin must be the ARN of an IAM"
                        + " role or user, got arn:aws:sts::111122223333:assumed-role/Admin/me;"
                        + " try -c clusterAdmin=arn:aws:iam::111122223333:role/Admin",
                "functionMemory=511 | functionMemory must be 512 to 10240, got 511; try -c functionMemory=1769",
                "snapStart=on | snapStart must be true or false, got on; try -c snapStart=true",
                "reservedConcurrency=-1 | reservedConcurrency must be 0 to 1000, got -1;"
                        + " try -c reservedConcurrency=0",
                "provisionedConcurrency=1001 | provisionedConcurrency must be 0 to 1000, got 1001;"
                        + " try -c provisionedConcurrency=0",
                "provisionedConcurrency=1 | provisionedConcurrency=1 excludes snapStart=true; try -c snapStart=false",
                "owner=R&D | owner must be up to 64 letters, digits, spaces and . _ - + @ / : =, got R&D;"
                        + " try -c owner=team-blue",
                "expires=tomorrow | expires must be a moment in UTC such as 2026-12-01T18:00, got tomorrow;"
                        + " try -c expires=2026-12-01T18:00",
                "expires=2026-12-01 | expires must be a moment in UTC such as 2026-12-01T18:00, got 2026-12-01;"
                        + " try -c expires=2026-12-01T18:00",
                "expires=2026-12-01T18:00Z | expires must be a moment in UTC such as 2026-12-01T18:00, got 2026-12-01T18:00Z;"
                        + " try -c expires=2026-12-01T18:00",
                "expires=2026-12-01 18:00 | expires must be a moment in UTC such as 2026-12-01T18:00, got 2026-12-01 18:00;"
                        + " try -c expires=2026-12-01T18:00",
                "expires=2026-02-29T18:00 | expires must be a moment in UTC such as 2026-12-01T18:00, got 2026-02-29T18:00;"
                        + " try -c expires=2026-12-01T18:00",
                "expires=2026-12-01T24:00 | expires must be a moment in UTC such as 2026-12-01T18:00, got 2026-12-01T24:00;"
                        + " try -c expires=2026-12-01T18:00",
                "expires=12026-12-01T18:00 | expires must be a moment in UTC such as 2026-12-01T18:00, got 12026-12-01T18:00;"
                        + " try -c expires=2026-12-01T18:00",
                "budget=0 | budget must be 1 to 100000, got 0; try -c budget=20",
                "budget=20 | budget=20 needs an address to write to; try -c email=you@example.com",
                "email=you@example.com | email=you@example.com needs a budget to write about; try -c budget=20",
                "email=you | email must be an e-mail address, got you; try -c email=you@example.com",
                "maxUnit=4 | unknown setting maxUnit; did you mean maxUnits? docs/settings.md lists them",
                "Region=eu-west-1 | unknown setting Region; did you mean region? docs/settings.md lists them",
            })
    void refuses(String setting, String message) {
        var refused = assertThrows(SettingsException.class, () -> with(setting));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void refusesAShellInATaskThatNothingCanWriteTo() {
        var refused = assertThrows(SettingsException.class, () -> with("ecsExec=true", "readOnlyRoot=true"));
        assertEquals(
                "ecsExec=true excludes readOnlyRoot=true, since the agent of ECS Exec writes to the task's disk;"
                        + " try -c ecsExec=false",
                refused.getMessage());
    }

    /** A function's variables have 4 KiB of room; Lambda says so only when it is deployed. */
    @Test
    void refusesMoreRangesThanThereIsRoomFor() {
        String ranges = "10.0.0.0/8" + ",10.0.0.0/8".repeat(100);

        var refused = assertThrows(SettingsException.class, () -> with("allowCidr=" + ranges));

        assertEquals(
                "allowCidr must be up to 100 IPv4 ranges separated by commas, got " + ranges
                        + "; try -c allowCidr=203.0.113.7/32",
                refused.getMessage());
    }

    @Test
    void refusesToDeleteProductionByItself() {
        var refused =
                assertThrows(SettingsException.class, () -> with("expires=2026-12-01T18:00", "profile=production"));
        assertEquals(
                "expires excludes profile=production, which nothing deletes by itself; try -c profile=sandbox",
                refused.getMessage());
    }

    @Test
    void refusesToProvisionMoreThanIsReserved() {
        var refused = assertThrows(
                SettingsException.class,
                () -> with("provisionedConcurrency=5", "reservedConcurrency=4", "snapStart=false"));
        assertEquals(
                "provisionedConcurrency=5 is above reservedConcurrency=4; try -c reservedConcurrency=5",
                refused.getMessage());
    }

    private static Settings with(String... settings) {
        return Settings.from(Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }
}
