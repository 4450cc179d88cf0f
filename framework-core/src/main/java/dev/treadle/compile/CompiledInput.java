package dev.treadle.compile;

import dev.treadle.graph.BindingSpec;
import java.lang.reflect.Type;

/**
 * An input of a step, in the order of the method's parameters, the receiver first and the context left out.
 *
 * @param type the declared type, which literals are read as, for a lazy input the type inside {@code Lazy}; a stored
 *     value is read as the type of the output that it was stored as
 * @param binding where the value comes from; for a lazy input what is inside {@link BindingSpec.Lazily}
 * @param lazy whether the parameter is a {@code Lazy}, to be opened on demand
 */
public record CompiledInput(String name, Type type, BindingSpec binding, boolean lazy) {}
