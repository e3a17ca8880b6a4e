package io.eicbridge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command that all others belong to, with what they have in common. */
@Command(
        name = "eic-bridge",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true,
        showDefaultValues = true,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        parameterListHeading = "%nWhat to name:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExample:%n",
        description = {
            "Keeps a copy of Intercom's teammates and contacts and serves it to Saviynt Enterprise Identity Cloud (EIC).",
            "New here? 'eic-bridge demo' shows everything on sandboxes and needs neither an account nor a setting.",
            "'eic-bridge COMMAND --help' explains one command."
        },
        footer = "  eic-bridge demo")
final class EicBridge {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            showDefaultValue = Visibility.NEVER,
            description = "Show the stack trace of a failure.")
    private boolean debug;
}
