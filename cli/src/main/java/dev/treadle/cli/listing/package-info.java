/** What commands that list have in common: filters, shorthands, order and pages. */
@NullMarked
package dev.treadle.cli.listing;

import org.jspecify.annotations.NullMarked;
