package io.eicbridge.sandbox.people;

/** Reproducible randomness: the same seed, position and purpose always give the same bits. */
public final class Noise {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private final long seed;

    /** Noise of one seed. */
    public Noise(long seed) {
        this.seed = mix(seed + STEP);
    }

    /** 64 bits for a position and a purpose. */
    public long bits(int position, int purpose) {
        return mix(seed + position * STEP + purpose * 0xD1B54A32D192ED03L);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double unit(int position, int purpose) {
        return (bits(position, purpose) >>> 11) * 0x1p-53;
    }

    /** A number from 0 (inclusive) to the bound (exclusive). */
    public int below(int bound, int position, int purpose) {
        return (int) (((bits(position, purpose) >>> 33) * bound) >>> 31);
    }

    /** True for the given share, 0 to 1, of all positions. */
    public boolean chance(double share, int position, int purpose) {
        return unit(position, purpose) < share;
    }

    private static long mix(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
