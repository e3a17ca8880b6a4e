package io.eicbridge.sandbox.people;

/** One company as it was made up; times are Unix seconds, spend is per month in whole dollars. */
public record Firm(
        int index,
        String id,
        String companyId,
        String name,
        long createdAt,
        long updatedAt,
        String industry,
        String website,
        int monthlySpend,
        int size) {

    /** The plan that goes with the spend. */
    public String plan() {
        return monthlySpend == 0 ? "Free" : monthlySpend < 3000 ? "Team" : "Enterprise";
    }
}
