package dev.treadle.cli.launch;

import dev.treadle.cli.session.Describer;
import dev.treadle.cli.session.Session;
import dev.treadle.launch.PipelineDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forks a JVM for a question that it has not heard: the answer is the same whoever prints it in whatever form. */
public final class RememberingDescriber implements Describer {
  private final Describer forked = new ForkedDescriber();
  private final Map<Question, List<PipelineDescription>> known = new HashMap<>();

  @Override
  public synchronized List<PipelineDescription> describe(Session session, Question question) {
    List<PipelineDescription> answer = known.get(question);
    if (answer == null) {
      answer = forked.describe(session, question);
      known.put(question, answer);
    }
    return answer;
  }
}
