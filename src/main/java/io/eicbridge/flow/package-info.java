/** Brings the routes folder to life: reads, tries and loads it, and carries calls of other rooms over its routes. */
package io.eicbridge.flow;
