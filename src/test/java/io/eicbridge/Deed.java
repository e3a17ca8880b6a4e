package io.eicbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.sandbox.workspace.Subscription;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The kinds of requests: each makes what it needs in the sandbox, for itself alone, and what is asked. */
enum Deed {
    CONTACT_CREATED(sandbox -> creation(user(fresh()))),
    LEAD_CREATED(sandbox -> creation(user(fresh()).put("role", "lead").without("external_id"))),
    CONTACT_ADOPTED(sandbox -> {
        ObjectNode user = user(fresh());
        sandbox.controls().createContact(Map.of("email", user.path("email").asText()));
        return creation(user);
    }),
    CONTACT_BROUGHT_BACK(sandbox -> {
        ObjectNode user = user(fresh());
        String id = sandbox.controls()
                .createContact(Map.of("external_id", user.path("external_id").asText(), "name", "Before"));
        sandbox.controls().archive(id);
        return creation(user);
    }),
    ANOTHERS_CONTACT_PUT_BACK(sandbox -> {
        ObjectNode user = user(fresh());
        String id = sandbox.controls()
                .createContact(Map.of(
                        "external_id", fresh(), "email", user.path("email").asText()));
        sandbox.controls().archive(id);
        return creation(user);
    }),
    CONTACT_UPDATED(sandbox -> {
        NewRequest asked = contact(Operation.UPDATE, live(sandbox), null, null);
        asked.bindings().putObject("user").put("name", "Another");
        return asked;
    }),
    CONTACT_DISABLED(sandbox -> contact(Operation.DISABLE, live(sandbox), null, null)),
    CONTACT_ENABLED(sandbox -> {
        String id = live(sandbox);
        sandbox.controls().archive(id);
        return contact(Operation.ENABLE, id, null, null);
    }),
    CONTACT_REMOVED(sandbox -> contact(Operation.REMOVE, live(sandbox), null, null)),
    TAG_ADDED(sandbox -> contact(Operation.ADD_ACCESS, live(sandbox), "Tag", tag(sandbox))),
    TAG_REMOVED(sandbox -> {
        String id = live(sandbox);
        String tag = tag(sandbox);
        sandbox.controls().tag(id, tag);
        return contact(Operation.REMOVE_ACCESS, id, "Tag", tag);
    }),
    COMPANY_ADDED(sandbox -> contact(Operation.ADD_ACCESS, live(sandbox), "Company", company(sandbox))),
    COMPANY_REMOVED(sandbox -> {
        String id = live(sandbox);
        String company = company(sandbox);
        sandbox.controls().attach(id, company);
        return contact(Operation.REMOVE_ACCESS, id, "Company", company);
    }),
    OPTED_IN(sandbox -> contact(Operation.ADD_ACCESS, live(sandbox), "Subscription", Subscription.WEBINARS.id())),
    NO_LONGER_OPTED_OUT(sandbox -> {
        String id = live(sandbox);
        sandbox.controls().chooseSubscriptions(id, Set.of(Subscription.NEWSLETTER.id()));
        return contact(Operation.ADD_ACCESS, id, "Subscription", Subscription.NEWSLETTER.id());
    }),
    OPTED_OUT(sandbox -> contact(Operation.REMOVE_ACCESS, live(sandbox), "Subscription", Subscription.NEWSLETTER.id())),
    TAG_CREATED(sandbox -> entitlement(Operation.CREATE_ENTITLEMENT, "Tag", fresh())),
    TAG_RENAMED(sandbox -> renamed("Tag", tag(sandbox))),
    TAG_DELETED(sandbox -> entitlement(Operation.DELETE_ENTITLEMENT, "Tag", tag(sandbox))),
    COMPANY_CREATED(sandbox -> entitlement(Operation.CREATE_ENTITLEMENT, "Company", fresh())),
    COMPANY_RENAMED(sandbox -> renamed("Company", company(sandbox))),
    COMPANY_DELETED(sandbox -> entitlement(Operation.DELETE_ENTITLEMENT, "Company", company(sandbox))),
    TEAMMATE_CREATED(sandbox -> ProvisioningBed.creation(fresh() + "@example.com")),
    TEAMMATE_UPDATED(sandbox -> {
        NewRequest asked = ProvisioningBed.asked(Operation.UPDATE, teammate(sandbox), null, null);
        asked.bindings().putObject("user").put("firstname", "After").put("lastname", "Change");
        return asked;
    }),
    TEAMMATE_REMOVED(sandbox -> ProvisioningBed.asked(Operation.REMOVE, teammate(sandbox), null, null)),
    ROLE_GIVEN(sandbox -> ProvisioningBed.asked(Operation.ADD_ACCESS, teammate(sandbox), "Role", "Support Agent")),
    PUT_INTO_A_TEAM(sandbox -> ProvisioningBed.asked(Operation.ADD_ACCESS, teammate(sandbox), "Team", Deed.TEAM)),
    TAKEN_OUT_OF_A_TEAM(sandbox -> {
        String id = teammate(sandbox);
        sandbox.controls().changeTeams(id, List.of(Integer.valueOf(Deed.TEAM)));
        return ProvisioningBed.asked(Operation.REMOVE_ACCESS, id, "Team", Deed.TEAM);
    }),
    QUEUED(sandbox -> ProvisioningBed.asked(Operation.DISABLE, teammate(sandbox), null, null)),
    LAST_MEMBER_QUEUED(
            sandbox -> ProvisioningBed.asked(Operation.REMOVE_ACCESS, lastMember(sandbox), "Team", Deed.EMPTY_TEAM));

    private static final String TEAM = "814868";
    private static final String EMPTY_TEAM = "814870";
    private static final AtomicReference<String> LAST_MEMBER = new AtomicReference<>("");
    private static final AtomicInteger NAMES = new AtomicInteger();
    private final Function<IntercomSandbox, NewRequest> asks;

    Deed(Function<IntercomSandbox, NewRequest> asks) {
        this.asks = asks;
    }

    /** What is asked, of somebody whom nobody else is asking of. */
    NewRequest in(IntercomSandbox sandbox) {
        return asks.apply(sandbox);
    }

    private static String lastMember(IntercomSandbox sandbox) {
        String id = teammate(sandbox);
        String before = LAST_MEMBER.getAndSet(id);
        if (!before.isEmpty()) {
            sandbox.controls().changeTeams(before, List.of());
        }
        sandbox.controls().changeTeams(id, List.of(Integer.valueOf(EMPTY_TEAM)));
        return id;
    }

    private static String fresh() {
        return "deed" + NAMES.incrementAndGet();
    }

    private static ObjectNode user(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("external_id", name)
                .put("email", name + "@example.net")
                .put("name", name.toUpperCase(Locale.ROOT));
    }

    private static NewRequest creation(ObjectNode user) {
        NewRequest asked = contact(Operation.CREATE, null, null, null);
        asked.bindings().set("user", user);
        return asked;
    }

    private static NewRequest contact(Operation operation, String account, String type, String entitlement) {
        return new NewRequest(
                "contacts",
                "eic",
                fresh(),
                operation,
                account,
                type,
                entitlement,
                RetryOwner.CALLER,
                JsonNodeFactory.instance.objectNode());
    }

    private static NewRequest entitlement(Operation operation, String type, String entitlement) {
        return contact(operation, null, type, entitlement);
    }

    private static NewRequest renamed(String type, String id) {
        NewRequest asked = entitlement(Operation.UPDATE_ENTITLEMENT, type, id);
        asked.bindings().putObject("entitlementValue").put("updatedentitlement_value", fresh());
        return asked;
    }

    private static String live(IntercomSandbox sandbox) {
        return sandbox.controls().createContact(Map.of("external_id", fresh()));
    }

    private static String tag(IntercomSandbox sandbox) {
        return sandbox.controls().createTag(fresh());
    }

    private static String company(IntercomSandbox sandbox) {
        String name = fresh();
        return sandbox.controls().createCompany(name, name);
    }

    private static String teammate(IntercomSandbox sandbox) {
        String name = fresh();
        Controls controls = sandbox.controls();
        return controls.addAdmin(name, name + "@example.com");
    }
}
