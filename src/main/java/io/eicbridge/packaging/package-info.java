/** Connection packages of EIC: what is wrong in one, how ours is made, and how any is taken over. */
package io.eicbridge.packaging;
