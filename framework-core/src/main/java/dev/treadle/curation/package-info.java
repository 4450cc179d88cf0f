/** What people do with what is stored: bring data in, delete runs, see what takes the space. */
@NullMarked
package dev.treadle.curation;

import org.jspecify.annotations.NullMarked;
