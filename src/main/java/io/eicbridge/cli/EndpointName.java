package io.eicbridge.cli;

import io.eicbridge.dialect.Spelling;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an endpoint and suggests the nearest one after a slip. */
final class EndpointName implements ITypeConverter<String> {
    private static final List<String> NAMES = List.of("teammates", "contacts");

    @Override
    public String convert(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) {
            return name;
        }
        throw new TypeConversionException("there is no endpoint '" + typed + "'; endpoints are "
                + String.join(" and ", NAMES) + "."
                + Spelling.nearest(name, NAMES)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(""));
    }
}
