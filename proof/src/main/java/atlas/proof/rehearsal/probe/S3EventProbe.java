package atlas.proof.rehearsal.probe;

import atlas.proof.rehearsal.aws.Aws;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Puts an order into the bucket and looks for the poster. */
record S3EventProbe(Aws aws, String bucket) implements Probe {
    private static final String ORDER = "{\"zoom\":2,\"x\":0,\"y\":1,\"columns\":4,\"rows\":2}";

    /** Made by this machine's renderer (app, Renderer). */
    static final String PIXELS = "1024x512 4e1691a55393a52da985ff3681ea07396ea304932e117c5b399a7c69f6300526";

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @Override
    public String what() {
        return "an object jobs/rehearsal.json";
    }

    @Override
    public String ask() throws IOException, InterruptedException {
        Posters posters = new Posters(aws, bucket);
        Set<String> before = posters.keys();
        posters.order("rehearsal", ORDER);
        byte[] poster = posters.await(before, PATIENCE)
                .orElseThrow(() -> new IOException("no poster came within %d s".formatted(PATIENCE.toSeconds())));
        Pixels.require(PIXELS, poster);
        return "the object's event made its poster, pixel by pixel";
    }
}
