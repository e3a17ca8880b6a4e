package io.eicbridge.store;

import io.eicbridge.failure.Configuration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the schema up to this program, and refuses one that a newer program made. */
final class Migrations {
    private Migrations() {}

    static void apply(DataSource source, StoreSettings settings) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .load();
        refuseNewer(flyway, settings);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw unusable(settings, e);
        }
    }

    private static void refuseNewer(Flyway flyway, StoreSettings settings) {
        for (MigrationInfo step : flyway.info().applied()) {
            if (step.getState().isResolved() || step.getVersion() == null) {
                continue;
            }
            throw new Configuration("The database " + DatabaseUrl.shown(settings.url()) + " has schema "
                    + step.getVersion()
                    + ", made by a newer eic-bridge; start that version, or name another database in"
                    + " \"directory.url\". Nothing was changed.");
        }
    }

    private static Configuration unusable(StoreSettings settings, FlywayException cause) {
        Configuration told = new Configuration("The schema of the database " + DatabaseUrl.shown(settings.url())
                + " could not be brought up to this program, which has not started: " + cause.getMessage());
        told.addSuppressed(cause);
        return told;
    }
}
