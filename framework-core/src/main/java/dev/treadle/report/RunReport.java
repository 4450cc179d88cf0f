package dev.treadle.report;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.metadata.MetadataQueries;

/**
 * A run as one HTML page without script or reference to anything outside. The same run gives the same bytes, wherever and
 * whenever it is written; what is too much for a page is left out, and the page says so.
 */
public final class RunReport {
  private RunReport() {}

  /** The page. Nothing of the user's is loaded; of artifacts only the recorded previews are read. */
  public static String html(MetadataQueries queries, PipelineRun run) {
    return new Page(RunViewReader.read(queries, run)).html();
  }
}
