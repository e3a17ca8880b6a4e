package io.eicbridge.cli;

import io.eicbridge.dialect.Spelling;
import io.eicbridge.journal.request.Operation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an operation and suggests the nearest one after a slip. */
final class OperationName implements ITypeConverter<String> {
    private static final List<String> NAMES =
            Stream.of(Operation.values()).map(Operation::word).toList();

    @Override
    public String convert(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) {
            return name;
        }
        throw new TypeConversionException("there is no operation '" + typed + "'; operations are "
                + String.join(", ", NAMES) + "."
                + Spelling.nearest(name, NAMES)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(""));
    }
}
