package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Kind;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;

/** The endpoint that describes the attributes of contacts and companies. */
final class SchemaAnswers {
    private static final byte[] COMPANY_ATTRIBUTES = JsonBytes.ascii(companyAttribute("name", "string") + ","
            + companyAttribute("company_id", "string") + "," + companyAttribute("industry", "string") + ","
            + companyAttribute("monthly_spend", "float") + "," + companyAttribute("size", "integer"));
    private final Workspace workspace;

    SchemaAnswers(Workspace workspace) {
        this.workspace = workspace;
    }

    private static String companyAttribute(String name, String type) {
        return "{\"type\":\"data_attribute\",\"name\":\"" + name + "\",\"full_name\":\"" + name + "\",\"label\":\""
                + name
                + "\",\"data_type\":\"" + type + "\",\"api_writable\":true,\"ui_writable\":false,"
                + "\"messenger_writable\":true,\"custom\":false,\"archived\":false,\"model\":\"company\"}";
    }

    List<Endpoint> all() {
        return List.of(Endpoint.get("/data_attributes", "read_users_companies", this::attributes));
    }

    private void attributes(Asked asked, Mischief mischief, JsonBytes out) {
        String model = asked.query("model");
        if (model != null && !model.equals("contact") && !model.equals("company")) {
            throw new Refusal(422, "data_invalid", "model must be contact or company");
        }
        out.raw("{\"type\":\"list\",\"data\":[");
        if (!"company".equals(model)) {
            contactAttributes(asked.version(), out);
        }
        if (!"contact".equals(model)) {
            out.comma(model != null).raw(COMPANY_ATTRIBUTES);
            for (Attribute attribute : workspace.attributes().ofCompanies()) {
                custom(attribute, "company", asked.version(), out.raw(","));
            }
        }
        out.raw("]}");
    }

    private void contactAttributes(Version version, JsonBytes out) {
        boolean first = true;
        for (Attribute attribute : Attributes.PLAIN) {
            attribute(attribute, "contact", version, out.comma(first)).raw("}");
            first = false;
        }
        for (Attribute attribute : workspace.attributes().custom()) {
            custom(attribute, "contact", version, out.raw(","));
        }
    }

    /** An attribute of the customer's; its id follows from its name. */
    static void custom(Attribute attribute, String model, Version version, JsonBytes out) {
        attribute(attribute, model, version, out).raw(",\"id\":");
        out.number(11_201 + Math.floorMod((model + attribute.name()).hashCode(), 1_000_000));
        if (!attribute.options().isEmpty()) {
            options(attribute.options(), out);
        }
        out.raw(",\"created_at\":1672578000,\"updated_at\":1672578000,\"admin_id\":\"5017690\"}");
    }

    private static void options(List<String> options, JsonBytes out) {
        out.raw(",\"options\":[");
        for (int at = 0; at < options.size(); at++) {
            out.comma(at == 0).text(options.get(at));
        }
        out.raw("]");
    }

    /** From 2.17 on, Intercom's own points in time are called datetime: the sign that searches match by the second. */
    private static JsonBytes attribute(Attribute attribute, String model, Version version, JsonBytes out) {
        boolean exact = version.isExact() && attribute.kind() == Kind.TIME;
        out.raw("{\"type\":\"data_attribute\",\"model\":").text(model);
        out.raw(",\"name\":").text(attribute.shortName());
        out.raw(",\"full_name\":").text(attribute.name());
        out.raw(",\"label\":").text(attribute.shortName().replace('_', ' ')).raw(",\"data_type\":");
        out.text(exact ? "datetime" : attribute.kind().dataType());
        out.raw(",\"api_writable\":").value(attribute.isCustom());
        out.raw(",\"ui_writable\":").value(attribute.isCustom());
        return out.raw(",\"messenger_writable\":false,\"archived\":false,\"custom\":")
                .value(attribute.isCustom());
    }
}
