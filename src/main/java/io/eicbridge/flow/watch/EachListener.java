package io.eicbridge.flow.watch;

import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Lane;
import java.time.Duration;
import java.util.List;

/** Tells several listeners, one after the other. */
public record EachListener(List<CallListener> listeners) implements CallListener {

    /** Copies the list. */
    public EachListener {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void answered(Call call, int status, Duration took) {
        listeners.forEach(listener -> listener.answered(call, status, took));
    }

    @Override
    public void heard(Call call, Answer answer) {
        listeners.forEach(listener -> listener.heard(call, answer));
    }

    @Override
    public void refused(Call call) {
        listeners.forEach(listener -> listener.refused(call));
    }

    @Override
    public void lost(Call call) {
        listeners.forEach(listener -> listener.lost(call));
    }

    @Override
    public void waited(Lane lane, Duration time) {
        listeners.forEach(listener -> listener.waited(lane, time));
    }
}
