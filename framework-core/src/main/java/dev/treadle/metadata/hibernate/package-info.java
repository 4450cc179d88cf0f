/** The metadata store on a relational database: units of work through Hibernate, projections over JDBC. */
@NullMarked
package dev.treadle.metadata.hibernate;

import org.jspecify.annotations.NullMarked;
