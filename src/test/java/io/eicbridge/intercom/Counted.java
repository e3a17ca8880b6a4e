package io.eicbridge.intercom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what a listener is told. */
final class Counted implements CallListener {
    final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void answered(Call call, int status, Duration took) {
        told.add("answered " + status);
    }

    @Override
    public void refused(Call call) {
        told.add("refused");
    }

    @Override
    public void lost(Call call) {
        told.add("lost");
    }

    @Override
    public void waited(Lane lane, Duration time) {
        told.add("waited " + lane);
    }
}
