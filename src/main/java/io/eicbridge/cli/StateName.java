package io.eicbridge.cli;

import io.eicbridge.dialect.Spelling;
import io.eicbridge.journal.request.RequestState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a request's state and suggests the nearest one after a slip. */
final class StateName implements ITypeConverter<String> {
    private static final List<String> NAMES =
            Stream.of(RequestState.values()).map(RequestState::word).toList();

    @Override
    public String convert(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) {
            return name;
        }
        throw new TypeConversionException("there is no state '" + typed + "'; states are " + String.join(", ", NAMES)
                + "."
                + Spelling.nearest(name, NAMES)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(""));
    }
}
