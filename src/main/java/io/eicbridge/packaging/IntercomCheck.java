package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.regex.Pattern;

/** What a package that calls Intercom itself gets wrong about Intercom. */
final class IntercomCheck implements PackageCheck {
    private static final Pattern HOST = Pattern.compile("//api(\\.eu|\\.au)?\\.intercom\\.io\\b");
    private static final Pattern USER_KEY = Pattern.compile("\\$\\{\\s*user\\??\\.id\\s*}");

    private static final Pattern TYPE_OF_USER = Pattern.compile("ticket_type_id\"?\\s*:\\s*\"?\\$\\{\\s*user\\b");

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.provisioning()) {
            Opened.calls(parameter).stream()
                    .filter(call -> HOST.matcher(Look.text(call, "url")).find())
                    .forEach(call -> call(call, parameter.notes()));
        }
    }

    private static void call(Located call, Notes notes) {
        boolean hasVersion = Look.at(call, "httpHeaders")
                .filter(headers -> headers.members().containsKey("Intercom-Version")
                        || Look.plain(headers).contains("Intercom-Version"))
                .isPresent();
        if (!hasVersion) {
            notes.add(
                    Code.INTERCOM_VERSION_MISSING,
                    call,
                    "The call has no header Intercom-Version: the answer's form depends on a setting of the app",
                    "Add \"Intercom-Version\" to httpHeaders");
        }
        Look.at(call, "ticketStatusPath")
                .filter(path -> Look.plain(path).equals("ticket_state"))
                .ifPresent(path -> notes.add(
                        Code.INTERCOM_TICKET_STATE,
                        path,
                        "ticket_state is an object from API 2.12 on: it never equals a word, and the task never completes",
                        "Write ticket_state.category"));
        Look.walk(call, value -> userKey(value, notes));
        Look.at(call, "httpParams").ifPresent(body -> ticketType(body, notes));
    }

    private static void ticketType(Located body, Notes notes) {
        if (TYPE_OF_USER.matcher(Look.allTexts(body)).find()) {
            notes.add(
                    Code.INTERCOM_TICKET_TYPE,
                    body,
                    "The type of the ticket is read from the user: every user would have to carry it in an attribute",
                    "Write the id of the ticket type here");
        }
    }

    private static void userKey(Located value, Notes notes) {
        if (USER_KEY.matcher(Look.plain(value)).find()) {
            notes.add(
                    Code.INTERCOM_USER_KEY,
                    value,
                    "${user.id} is EIC's own key of the user, where Intercom needs the id of a contact",
                    "Use an attribute that holds Intercom's id, for instance ${account.accountID}");
        }
    }
}
