package atlas.infra;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ctrl-C, or another signal to end. A terminal sends it to Java and to the Node that the CDK runs in, and what either says at
 * length of losing the other is no news.
 */
public final class Interruption {
    /** A shell's for Ctrl-C. */
    public static final int EXIT_CODE = 130;

    private static final int MOMENT_IN_MILLIS = 300;
    private static final CountDownLatch COME = new CountDownLatch(1);

    private Interruption() {}

    /**
     * Does the work, and keeps standard error quiet once it is interrupted.
     *
     * @return the exit code of the work, or that of an interruption
     */
    public static int watch(IntSupplier work) {
        Thread hush = new Thread(Interruption::hush);
        Runtime.getRuntime().addShutdownHook(hush);
        try {
            int exitCode = work.getAsInt();
            Runtime.getRuntime().removeShutdownHook(hush);
            return exitCode;
        } catch (RuntimeException failure) {
            if (hasCome()) {
                return EXIT_CODE;
            }
            throw failure;
        }
    }

    private static void hush() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        COME.countDown();
    }

    /** Whether it is what made the work fail: Node may be gone a moment before Java is told. */
    public static boolean hasCome() {
        try {
            return COME.await(MOMENT_IN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
