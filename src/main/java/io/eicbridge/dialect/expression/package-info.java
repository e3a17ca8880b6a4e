/** Evaluates EIC's {@code ${…}} expressions: Groovy's parser gives the tree, an interpreter with an allow-list walks it, and nothing of Groovy ever runs. */
package io.eicbridge.dialect.expression;
