/** Pictures of pipelines: where boxes and arrows lie, and writers of text, SVG, DOT and Mermaid. */
@NullMarked
package dev.treadle.graph.layout;

import org.jspecify.annotations.NullMarked;
