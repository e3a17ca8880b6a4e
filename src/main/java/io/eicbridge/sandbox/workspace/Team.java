package io.eicbridge.sandbox.workspace;

/** A team of teammates. */
public record Team(int id, String name, String distributionMethod, Integer assignmentLimit) {}
