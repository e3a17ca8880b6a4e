package io.eicbridge;

import java.io.PrintStream;

/** The last screen of the demo: how it went, and what to try next. */
record DemoEnd(BridgeSettings bridge, PrintStream out) {

    /** Tells how many outcomes were not the expected ones; {@code ended} is whether sandbox and bridge are gone now. */
    void tell(int wrong, boolean ended) {
        out.println();
        out.println(
                wrong == 0
                        ? "== That was the tour: every step went as it should."
                        : "== The tour ends here: what happened above is NOT as it should be (" + wrong + ").");
        if (!ended) {
            here();
        }
        ownWorkspace();
    }

    private void here() {
        out.printf("""

                Sandbox and bridge stay up until you press Ctrl-C. Ask them from another terminal:

                  curl -X POST -H 'Authorization: Bearer %s' \\
                       '%s/contacts/api/v1/accounts?pagesize=3'

                  export BRIDGE_API_TOKEN=%s BRIDGE_PORT=%d INTERCOM_ACCESS_TOKEN=demo
                  bin/eic-bridge import status
                  bin/eic-bridge mapping show contacts
                  bin/eic-bridge requests show 1 --audit
                """, bridge.apiToken(), bridge.localUrl(), bridge.apiToken(), bridge.port());
    }

    private void ownWorkspace() {
        out.print("""

                With your own workspace:

                  export INTERCOM_ACCESS_TOKEN=...                    # Developer Hub > your app > Authentication
                  export BRIDGE_API_TOKEN="$(openssl rand -hex 32)"   # what EIC will have to present
                  bin/eic-bridge check
                  bin/eic-bridge import contacts --dry-run            # reads everything, changes nothing

                docs/operations.md tells how it is run, docs/api.md how EIC pulls.
                """);
    }
}
