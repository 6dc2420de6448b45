package atlas.compare.prices.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferFileTest {
    private static final String GOOD = """
            "FormatVersion","v1.0"
            "Publication Date","2026-09-11T12:45:44Z"
            "Version","20260911124544"
            "OfferCode","AWSELB"
            "SKU","Unit","PricePerUnit","Currency","PriceDescription","Usage Type","Pre Installed S/W"
            "ONE","Hrs","0.0225000000","USD","a ""quoted"", description","LoadBalancerUsage","NA"
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsItsVersionAndItsHash() throws IOException {
        OfferFile file = OfferFile.read(written(GOOD), row -> {});
        assertEquals("20260911124544", file.version());
        assertEquals("2026-09-11T12:45:44Z", file.publicationDate());
        assertEquals("2afb48670297b5baee224c16047901acf115dd9b28f72f1d66963ae7a1224bd0", file.sha256());
    }

    @Test
    void readsAColumnHoweverItIsSpelt() throws IOException {
        List<String> cells = new ArrayList<>();
        OfferFile.read(
                written(GOOD),
                row -> cells.addAll(List.of(
                        row.get("usagetype"),
                        row.get("preinstalledsw"),
                        row.get("pricedescription"),
                        row.get("nosuchcolumn"))));
        assertEquals(List.of("LoadBalancerUsage", "NA", "a \"quoted\", description", ""), cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>not found</html>", "{\"offerCode\": \"AWSELB\"}", "a,b,c\n1,2,3\n"})
    void refusesWhatIsNoOfferFile(String text) throws IOException {
        Path file = written(text);
        assertEquals(
                file + " is not an offer file: it needs a version, a publication date and rows by SKU",
                assertThrows(BadInput.class, () -> OfferFile.read(file, row -> {}))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", ""})
    void refusesAnotherCurrency(String currency) throws IOException {
        Path file = written(GOOD.replace("USD", currency));
        assertEquals(
                "ONE is priced in %s, expected USD".formatted(currency),
                assertThrows(BadInput.class, () -> OfferFile.read(file, Rate::of))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "free", "0,0225"})
    void refusesAPriceThatIsNoNumber(String price) throws IOException {
        Path file = written(GOOD.replace("0.0225000000", price));
        assertEquals(
                "ONE costs \"%s\" from \"\" to \"\", expected numbers".formatted(price),
                assertThrows(BadInput.class, () -> OfferFile.read(file, Rate::of))
                        .getMessage());
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("index.csv"), text);
    }
}
