package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One page of accounts as Intercom answered it.
 *
 * @param next the cursor of the page that follows, null at the end
 */
public record AccountPage(List<JsonNode> records, String next) {}
