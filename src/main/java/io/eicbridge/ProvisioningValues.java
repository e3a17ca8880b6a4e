package io.eicbridge;

import io.eicbridge.importing.EndpointImport;
import io.eicbridge.provisioning.ProvisioningSettings;
import java.time.Duration;
import java.util.Set;

/** Reads the settings of provisioning. */
final class ProvisioningValues {
    private static final int MOST = 1_000_000;
    private static final int DAYS = 36_500;

    private ProvisioningValues() {}

    static ProvisioningSettings read(SettingsReader reader) {
        return new ProvisioningSettings(
                reader.durations("provisioning.ladder"),
                reader.duration("provisioning.wait", Duration.ZERO, Duration.ofMinutes(10)),
                reader.duration("provisioning.lease", Duration.ofSeconds(2), Duration.ofMinutes(10)),
                reader.number("provisioning.limit.per-hour", 0, MOST),
                reader.number("provisioning.limit.per-run", 0, MOST),
                reader.duration("provisioning.probe", Duration.ofSeconds(1), Duration.ofDays(1)),
                reader.oneOf("audit.personal-values", "masked", "kept").equals("kept"),
                reader.names(
                        "provisioning.foreign-packages", Set.of(EndpointImport.TEAMMATES, EndpointImport.CONTACTS)),
                reader.number("provisioning.keep-days", 1, DAYS),
                reader.number("provisioning.caller-days", 1, DAYS),
                reader.number("audit.keep-days", 1, DAYS));
    }
}
