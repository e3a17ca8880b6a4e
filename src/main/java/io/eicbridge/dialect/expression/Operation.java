package io.eicbridge.dialect.expression;

import java.util.regex.PatternSyntaxException;

/** A part of an expression that can fail, and where it stands. */
record Operation(Place place, Node operation) implements Node {
    @Override
    public Object value(Evaluation run) {
        try {
            run.step();
            return operation.value(run);
        } catch (ExpressionFault inner) {
            throw inner;
        } catch (Refusal refused) {
            throw place.fault(refused.getMessage());
        } catch (PatternSyntaxException wrong) {
            throw place.fault("has a pattern that is no regular expression: " + wrong.getDescription());
        } catch (IndexOutOfBoundsException outside) {
            throw place.fault("reaches beyond the end of a text or list. Ask for its size first");
        } catch (RuntimeException failed) {
            // whatever it is, one bad record must not look like a fault of the program
            throw place.fault("failed with " + failed.getClass().getSimpleName());
        }
    }
}
