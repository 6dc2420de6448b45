package atlas.proof.rehearsal.probe;

import java.io.IOException;

/** Asks an option for work by its own way in. */
public interface Probe {
    /**
     * @return what it did, in words
     * @throws IOException if it did not answer as the app does; the message says what came instead
     */
    String ask() throws IOException, InterruptedException;

    /** What is asked for, in words. */
    String what();
}
