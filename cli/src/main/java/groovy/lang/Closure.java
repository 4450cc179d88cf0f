package groovy.lang;

/**
 * Stands in for a class that picocli asks for when it starts, so as to serve those who write commands in Groovy. Without one,
 * every jar of the class path is opened and its list of entries read to find out that there is none, which takes a tenth of the
 * time of a short command. Nothing here is Groovy, and no pipeline has this on its class path.
 */
public abstract class Closure {
  private Closure() {}
}
