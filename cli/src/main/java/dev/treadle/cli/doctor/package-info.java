/** Whether this machine and the project's store are as Treadle needs them. */
@NullMarked
package dev.treadle.cli.doctor;

import org.jspecify.annotations.NullMarked;
