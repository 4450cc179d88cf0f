/** Where a project's classes are, and which pipelines they hold. */
@NullMarked
package dev.treadle.cli.project;

import org.jspecify.annotations.NullMarked;
