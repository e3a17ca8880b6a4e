package io.eicbridge.packaging;

/** Looks for one kind of defect in a whole package. */
interface PackageCheck {
    void check(Opened opened);
}
