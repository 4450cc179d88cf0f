package dev.treadle.cli.launch;

import dev.treadle.cli.session.Describer;
import dev.treadle.cli.session.Session;
import dev.treadle.launch.DescribeMain;
import dev.treadle.launch.DescribeRequest;
import dev.treadle.launch.PipelineDescription;
import java.nio.file.Path;
import java.util.List;

/** Starts a JVM for each question. */
public final class ForkedDescriber implements Describer {

  @Override
  public List<PipelineDescription> describe(Session session, Question question) {
    Path paramsFile = question.paramsFile();
    return new Answers(session)
        .of(
            DescribeMain.class,
            question.classPath(),
            question.directory(),
            (endpoint, file) -> new DescribeRequest(
                    question.directory().toString(),
                    question.classes(),
                    question.params(),
                    paramsFile == null ? null : paramsFile.toString(),
                    endpoint)
                .write(file),
            PipelineDescription::read,
            question.classes().size());
  }
}
