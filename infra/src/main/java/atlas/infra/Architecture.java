package atlas.infra;

/** The processor that instances, tasks and functions run on; also what the image is built for. */
public enum Architecture {
    /** AWS Graviton. Building the image on an x86 machine needs emulation (binfmt with QEMU). */
    ARM64,
    X86_64
}
