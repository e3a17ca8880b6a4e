package io.eicbridge.sandbox.people;

import java.util.Arrays;

/** What a person holds from the start: tags and subscriptions as sets of bits, companies by position. */
public final class Possessions {
    /** How many tags a workspace starts with. */
    public static final int TAGS = 20;

    private static final int TAG = 150;
    private static final int COMPANY = 170;
    private static final int CHOICE = 190;
    private static final int[] USUAL = shares(0.30, 0.9);
    private static final int[] COLLECTOR = shares(1.9, 0.5);
    private static final double[] CHOICES = {0.07, 0.03, 0.22, 0.05, 0.01, 0.02};
    private final Noise noise;
    private final Firms firms;
    private final int index;

    Possessions(Noise noise, Firms firms, int index) {
        this.noise = noise;
        this.firms = firms;
        this.index = index;
    }

    /** Shares of 65,536 that hold each tag: fewer from tag to tag. */
    private static int[] shares(double first, double fall) {
        int[] shares = new int[TAGS];
        for (int tag = 0; tag < TAGS; tag++) {
            shares[tag] = (int) (65_536 * Math.min(0.95, first / Math.pow(tag + 1, fall)));
        }
        return shares;
    }

    /** The tags, one bit each. */
    public int tags() {
        int[] shares = isCollector() ? COLLECTOR : USUAL;
        int held = 0;
        for (int block = 0; block < TAGS; block += 4) {
            long bits = noise.bits(index, TAG + block);
            for (int lane = 0; lane < 4; lane++) {
                held |= (bits >>> lane * 16 & 0xFFFF) < shares[block + lane] ? 1 << block + lane : 0;
            }
        }
        return held;
    }

    /** One in five hundred holds far more than others: enough to overflow what Intercom embeds. */
    private boolean isCollector() {
        return noise.bits(index, TAG - 1) >>> 55 == 0;
    }

    /** The companies, by position, ascending. */
    public int[] companies() {
        int count = companyCount();
        int[] held = new int[count];
        for (int nth = 0; nth < count; nth++) {
            held[nth] = company(nth);
        }
        return count < 2 ? held : Arrays.stream(held).sorted().distinct().toArray();
    }

    /** The company whose mail domain the person uses, -1 for none. */
    int firstCompany() {
        return companyCount() == 0 ? -1 : company(0);
    }

    private int company(int nth) {
        return firms.pick(noise.unit(index, COMPANY + 1 + nth));
    }

    private int companyCount() {
        if (firms.count() == 0) {
            return 0;
        }
        double share = noise.unit(index, COMPANY);
        if (share < 0.2) {
            return 0;
        }
        if (share < 0.85) {
            return 1;
        }
        return share < 0.999 ? 2 : 14;
    }

    /** The subscription types with an explicit choice, one bit each. */
    public int choices() {
        int made = 0;
        for (int type = 0; type < CHOICES.length; type++) {
            made |= noise.chance(CHOICES[type], index, CHOICE + type) ? 1 << type : 0;
        }
        return made;
    }

    /** How many notes teammates wrote about the person. */
    public int notes() {
        double share = noise.unit(index, CHOICE - 1);
        return share < 0.9 ? 0 : share < 0.999 ? 1 : 12;
    }
}
