package atlas.compare.measure.load;

import java.util.concurrent.locks.LockSupport;

/** The passing of time, in nanoseconds from no moment in particular. */
interface Ticker {
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(long nanos) throws InterruptedException {
            for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.parkNanos(left);
            }
        }
    };

    long nanos();

    /** Returns when it is that late, at once if it is already. */
    void await(long nanos) throws InterruptedException;
}
