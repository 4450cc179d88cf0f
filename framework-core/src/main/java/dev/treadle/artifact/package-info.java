/** Values as content-addressed, verified files: manifests, blobs, and what stores and loads them. */
@NullMarked
package dev.treadle.artifact;

import org.jspecify.annotations.NullMarked;
