/** Intercom's REST API in words of the bridge: calls and their pace, answers and their failures, lists, pages and searches. */
package io.eicbridge.intercom;
