package dev.treadle.compile;

import dev.treadle.graph.BindingSpec;
import java.lang.reflect.Type;

/**
 * An input of a step, in the order of the method's parameters, the receiver first and the context left out.
 *
 * @param type the type of the value to pass; for a lazy input the type inside {@code Lazy}
 * @param binding where the value comes from; for a lazy input what is inside {@link BindingSpec.Lazily}
 * @param lazy whether the parameter is a {@code Lazy}, to be opened on demand
 */
public record CompiledInput(String name, Type type, BindingSpec binding, boolean lazy) {}
