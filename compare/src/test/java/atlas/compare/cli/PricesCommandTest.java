package atlas.compare.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlas.compare.prices.PriceBooks;
import atlas.compare.prices.SnapshotFile;
import atlas.compare.prices.list.Fixtures;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PricesCommandTest {
    private static final Iterable<String> REGIONS = PriceBooks.REGIONS;
    private static final String FIXTURES = Fixtures.folder().toString();

    @Test
    void printsAPriceALineAndItsTiersBelow() {
        Ran ran = Ran.atlas("prices", "lambda:arm:gb-s", "lambda:requests", "lightsail:load", "--region", "us-east-1");
        assertEquals(0, ran.exitCode());
        assertEquals("""
                key                      unit     USD            confidence  date
                lambda:arm:gb-s          GB-s      0.0000133334  read        2026-09-19
                  from 7,500,000,000               0.0000120001
                  from 18,750,000,000              0.0000106667
                lambda:requests          request   0.0000002     read        2026-09-19
                lightsail:load-balancer  month    18             unverified  undated
                """, ran.out());
    }

    @Test
    void printsWhereAPriceWasRead() {
        Ran ran = Ran.atlas("prices", "apigw:http", "apprunner", "--source", "--region", "ap-northeast-2");
        assertEquals(0, ran.exitCode());
        assertEquals("""
                key                 unit     USD         confidence  date
                apigw:http          request  0.00000123  read        2026-10-05
                  from 300,000,000           0.00000111
                    Seoul Price List files, checked 2026-10-05; Seoul Price List [PL] + AWS docs, 2026-10-01
                apprunner:active:vcpu  not known
                    service NOT offered in Seoul; Tokyo 0.081 / 0.009
                """, ran.out());
    }

    @Test
    void printsWhereAPriceEnds() {
        Ran ran = Ran.atlas("prices", "apigw:http", "--region", "eu-west-1");
        assertEquals(0, ran.exitCode());
        assertEquals("""
                key                   unit     USD         confidence  date
                apigw:http            request  0.00000111  read        2026
                  beyond 300,000,000                       not known
                """, ran.out());
    }

    @ParameterizedTest
    @FieldSource("REGIONS")
    void fitsIntoAHundredColumns(String region) {
        Ran ran = Ran.atlas("prices", "--source", "--region", region);
        assertEquals(0, ran.exitCode());
        ran.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void printsJsonForScripts() {
        Ran ran = Ran.atlas("prices", "apigw:http", "--json", "--region", "eu-west-1");
        assertEquals(0, ran.exitCode());
        JsonNode root = SnapshotFile.parse("out", ran.out()).tree();
        assertEquals("eu-west-1", root.path("region").asText());
        JsonNode price = root.path("prices").path(0);
        assertEquals("apigw:http", price.path("key").asText());
        assertEquals(
                new BigDecimal("0.00000111"),
                price.path("tiers").path(0).path("usd").decimalValue());
        assertEquals(300_000_000, price.path("upTo").intValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        prices fargte                   | no price key of us-east-1 has fargte in it; the nearest are eks:fargate:vcpu, \
        fargate:arm:gb, fargate:arm:vcpu
        prices --region eu-west-7       | no prices for eu-west-7; there are ap-northeast-2, eu-west-1, us-east-1
        prices check --region mars      | no prices for mars; there are ap-northeast-2, eu-west-1, us-east-1
        prices check --from nowhere     | --from needs a folder or an address such as \
        https://pricing.us-east-1.amazonaws.com/, got nowhere
        prices check --threshold -1     | --threshold needs a number >= 0, got -1
        prices check --from http://127.0.0.1:1 elb: | cannot reach 127.0.0.1; without a network, --from DIR reads offer \
        files from a folder
        prices refresh --output nowhere | there is no folder nowhere; name the one of the snapshots with --output
        """)
    void refusesInOneLine(String command, String message) {
        Ran ran = Ran.atlas(command.split(" "));
        assertEquals(2, ran.exitCode());
        assertEquals("error: " + message + "\n", ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void checksThatThePricesStillHold() {
        Ran ran = Ran.atlas("prices", "check", "elb:", "--from", FIXTURES);
        assertEquals(0, ran.exitCode());
        assertEquals("""
                OK  elb:alb:hour          0.0225
                OK  elb:alb:lcu           0.008
                OK  elb:alb:reserved-lcu  0.008
                OK  elb:clb:gb            0.008
                OK  elb:clb:hour          0.025
                OK  elb:nlb:hour          0.0225
                OK  elb:nlb:nlcu          0.006
                """, ran.out());
        assertEquals("us-east-1: 7 OK, 0 kept (no matcher is for them)\n", ran.err());
    }

    @Test
    void tellsWhatChangedAndWhatIsGone(@TempDir Path folder) throws IOException {
        Path offers = copied("AWSELB", folder);
        Files.writeString(
                offers,
                Files.readString(offers)
                        .replace(
                                "0.0080000000\",\"USD\",\"Load Balancer-Application",
                                "0.0084000000\",\"USD\",\"Load Balancer-Application")
                        .replace("\"LoadBalancerUsage\",\"LoadBalancing:Application\"", "\"Renamed\",\"\""));
        Ran ran = Ran.atlas("prices", "check", "elb:alb", "--from", folder.toString());
        assertEquals(1, ran.exitCode());
        assertEquals("""
                NOT FOUND  elb:alb:hour          nothing in AWSELB has usagetype LoadBalancerUsage, productFamily \
                Load Balancer-Application
                CHANGED    elb:alb:lcu           0.008 -> 0.0084 (+5 %)
                CHANGED    elb:alb:reserved-lcu  0.008 -> 0.0084 (+5 %)
                """, ran.out());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "4.9, 1", "5, 0"})
    void bearsAChangeUpToTheThreshold(String threshold, int code, @TempDir Path folder) throws IOException {
        Path offers = copied("AWSELB", folder);
        Files.writeString(offers, Files.readString(offers).replace("0.0060000000", "0.0063000000"));
        Ran ran = Ran.atlas("prices", "check", "nlcu", "--from", folder.toString(), "--threshold", threshold);
        assertEquals(code, ran.exitCode());
    }

    @Test
    void refreshesTheSnapshotInAFolder(@TempDir Path folder) throws IOException {
        String[] command = {
            "prices", "refresh", "elb:", "fargate:arm", "--from", FIXTURES, "--output", folder.toString()
        };
        assertEquals(0, Ran.atlas(command).exitCode());
        String once = Files.readString(folder.resolve("us-east-1.json"));
        assertEquals(0, Ran.atlas(command).exitCode());
        assertEquals(once, Files.readString(folder.resolve("us-east-1.json")));
        JsonNode tree = SnapshotFile.parse("once", once).tree();
        assertEquals(
                "AWS Price List AmazonECS 20260911124425",
                tree.path("prices").path("fargate:arm:gb").path("source").asText());
        assertEquals(
                PriceBooks.of("us-east-1").all().size(),
                SnapshotFile.parse("once", once).snapshot().prices().all().size());
    }

    @Test
    void writesNothingWhenAPriceIsGone(@TempDir Path folder) {
        Ran ran = Ran.atlas("prices", "refresh", "dynamodb:", "--from", FIXTURES, "--output", folder.toString());
        assertEquals(2, ran.exitCode());
        assertTrue(
                ran.err()
                        .startsWith("error: nothing was written, since the Price List has no single price for\n"
                                + "  dynamodb:ondemand:rru: nothing in AmazonDynamoDB has usagetype ReadRequestUnits"),
                ran.err());
        assertFalse(Files.exists(folder.resolve("us-east-1.json")));
    }

    private static Path copied(String code, Path folder) throws IOException {
        Path path = Path.of("offers/v1.0/aws", code, "current/us-east-1/index.csv");
        Files.createDirectories(folder.resolve(path).getParent());
        return Files.copy(Fixtures.folder().resolve(path), folder.resolve(path));
    }
}
