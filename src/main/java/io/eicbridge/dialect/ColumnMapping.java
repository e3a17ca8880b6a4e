package io.eicbridge.dialect;

/**
 * One line of a mapping, to be shown.
 *
 * @param column EIC's column as rows carry it
 * @param attribute the path into the record, or {@code #CONST#} with its text
 * @param type char, date, bool or epochdate
 * @param isVolatile whether it changes by mere use
 * @param label what EIC shows for the column, empty where the file gives none
 */
public record ColumnMapping(String column, String attribute, String type, boolean isVolatile, String label) {}
