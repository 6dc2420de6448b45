package atlas.infra.dashboard;

/** An option's stack, which says by what its row is measured. */
public interface Measured {
    Row row();
}
