package io.eicbridge.packaging;

import java.util.Comparator;
import java.util.List;

/** Finds in connection packages what EIC shows only when an import or a task runs. */
public final class Validator {
    private static final List<PackageCheck> CHECKS = List.of(
            new ParametersCheck(),
            new KeysCheck(),
            new ColumnsCheck(),
            new ConnectionsCheck(),
            new CallsCheck(),
            new BodiesCheck(),
            new ExpressionsCheck(),
            new AnswersCheck(),
            new PagingCheck(),
            new AbsenceCheck(),
            new MembershipsCheck(),
            new AccessCheck(),
            new SuccessCheck(),
            new TicketsCheck(),
            new SecretsCheck(),
            new PlaceholdersCheck(),
            new ContractCheck(),
            new IntercomCheck());

    private Validator() {}

    /** Everything that is wrong in the packages, file by file in the order of the lines. */
    public static List<Finding> findings(List<ConnectionPackage> packages) {
        return packages.stream().flatMap(one -> findings(one).stream()).toList();
    }

    private static List<Finding> findings(ConnectionPackage one) {
        Opened opened = new Opened(one);
        CHECKS.forEach(check -> check.check(opened));
        return opened.findings().stream()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparingInt(Finding::line)
                        .thenComparingInt(Finding::column))
                .toList();
    }
}
