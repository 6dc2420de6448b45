package atlas.compare.prices.list;

import atlas.compare.BadInput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPInputStream;

/**
 * Fetches offer files from the public Price List, which needs no account, and keeps them: what has not changed since is not
 * fetched again. The kept files are laid out as an {@link OfferFolder}.
 *
 * @param host above {@code offers/} and {@code savingsPlan/}
 * @param cache where to keep them
 * @param progress for somebody who waits: the largest file has half a gigabyte
 */
public record OfferDownload(URI host, Path cache, PrintWriter progress) implements OfferFiles {
    /** AWS's own, for all regions but those of China. */
    public static final URI AWS = URI.create("https://pricing.us-east-1.amazonaws.com/");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES_A_LINE = 50;

    @Override
    public Path file(Offer offer) {
        Path kept = cache.resolve(offer.path());
        try {
            Files.createDirectories(kept.getParent());
            fetch(host.resolve(offer.isSavingsPlan() ? savingsPlanPath(offer) : offer.path()), kept);
            return kept;
        } catch (IOException refused) {
            throw new BadInput("cannot keep %s: %s".formatted(kept, refused.getMessage()));
        }
    }

    private String savingsPlanPath(Offer offer) throws IOException {
        Path index = cache.resolve(offer.regionIndexPath());
        fetch(host.resolve(offer.regionIndexPath()), index);
        for (JsonNode region : new ObjectMapper().readTree(index.toFile()).path("regions")) {
            if (region.path("regionCode").asText().equals(offer.region())) {
                return region.path("versionUrl").asText().replaceFirst("\\.json$", ".csv");
            }
        }
        throw new BadInput("%s has no file for %s".formatted(offer.code(), offer.region()));
    }

    private void fetch(URI address, Path kept) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .timeout(Duration.ofMinutes(1));
        if (Files.exists(kept)) {
            request.header(
                    "If-Modified-Since",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Files.getLastModifiedTime(kept).toInstant().atZone(ZoneOffset.UTC)));
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> keep(address, response, body, kept);
                case 304 -> progress.println("unchanged: " + address);
                default -> throw new BadInput("%s answered %d".formatted(address, response.statusCode()));
            }
        }
    }

    private static HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException refused) {
            throw new BadInput("cannot reach %s; without a network, --from DIR reads offer files from a folder"
                    .formatted(request.uri().getHost()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BadInput("stopped while fetching " + request.uri());
        }
    }

    /** Under another name until it is whole. */
    private void keep(URI address, HttpResponse<InputStream> response, InputStream body, Path kept) throws IOException {
        progress.println("fetching " + address);
        Path part = kept.resolveSibling(kept.getFileName() + ".part");
        boolean zipped =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream in = zipped ? new GZIPInputStream(body) : body;
                OutputStream out = Files.newOutputStream(part)) {
            copy(in, out);
        } catch (IOException broken) {
            throw new BadInput("%s broke off: %s".formatted(address, broken.getMessage()));
        }
        response.headers()
                .firstValue("Last-Modified")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                .ifPresent(date -> touch(part, FileTime.from(date.toInstant())));
        Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[MEGABYTE];
        long megabytes = 0;
        for (int read = in.readNBytes(buffer, 0, buffer.length);
                read > 0;
                read = in.readNBytes(buffer, 0, buffer.length)) {
            out.write(buffer, 0, read);
            if (++megabytes % MEGABYTES_A_LINE == 0) {
                progress.printf("  %d MB%n", megabytes);
            }
        }
    }

    private static void touch(Path file, FileTime time) {
        try {
            Files.setLastModifiedTime(file, time);
        } catch (IOException ignored) {
            // Then it is fetched again next time.
        }
    }
}
