package atlas.compare.measure.here;

import java.io.IOException;

/** One way to run the app on this machine. */
interface Way {
    /** One of {@link atlas.compare.measure.LocalTarget#IDS}. */
    String id();

    /** What its answers carry as {@code X-Compute-Option}. */
    String option();

    /** The command without the folders of this machine. */
    String startedWith();

    /** What is run: a jar's file name, or an image's name. */
    String artifact();

    /** Of the artifact, as {@code sha256:...}. */
    String digest();

    /**
     * Starts a process and waits until it is ready.
     *
     * @throws IOException if it does not become so
     */
    RunningApp start() throws IOException, InterruptedException;
}
