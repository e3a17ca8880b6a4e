package io.eicbridge.dialect.expression;

/** One variable that an expression declares; two of the same name in different blocks are two. */
record Local(String name, int number) {}
