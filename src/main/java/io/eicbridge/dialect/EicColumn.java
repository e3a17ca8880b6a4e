package io.eicbridge.dialect;

/**
 * One attribute of an EIC account or entitlement.
 *
 * @param name as rows carry it
 * @param width the longest value EIC keeps, in UTF-16 units
 * @param isDate whether EIC takes only a date there
 */
record EicColumn(String name, int width, boolean isDate) {}
