package io.eicbridge.dialect;

import java.util.SortedMap;

/**
 * What one record becomes in EIC.
 *
 * @param columns EIC column to text, empty values left out; account columns in upper case, entitlement columns as the connector contract spells them
 * @param volatileColumns as columns, those that change by mere use
 * @param cut how many values were altered to fit: cut at the column's width, or freed of characters no database takes
 */
public record Row(SortedMap<String, String> columns, SortedMap<String, String> volatileColumns, int cut) {}
