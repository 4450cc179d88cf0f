/** Contract suites for plugins, and what tests of pipelines need. */
@NullMarked
package dev.treadle.testing;

import org.jspecify.annotations.NullMarked;
