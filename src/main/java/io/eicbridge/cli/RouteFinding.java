package io.eicbridge.cli;

/** One thing that is wrong in a file of routes; line is 0 where it concerns the whole file. */
public record RouteFinding(String file, int line, String found, String allowed, String remedy) {}
