/** The rules that every file of the routes folder keeps, checked all at once and without starting anything. */
package io.eicbridge.flow.lint;
