/** What is given from outside: parameters of pipelines. */
@NullMarked
package dev.treadle.config;

import org.jspecify.annotations.NullMarked;
