package dev.treadle.diff;

import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.FileChange;
import dev.treadle.api.diff.FilesDifference;
import dev.treadle.artifact.ManifestFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares files by what the manifests say of them. */
final class FilesComparison {
  private static final int MOST_SHOWN = 1_000;

  private FilesComparison() {}

  static FilesDifference between(List<ManifestFile> base, List<ManifestFile> other) {
    var before = byName(base);
    var after = byName(other);
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    var changes = new ArrayList<FileChange>();
    for (var name : names) {
      var a = before.get(name);
      var b = after.get(name);
      if (a == null && b != null) {
        changes.add(new FileChange(name, ChangeKind.ADDED, null, b.digest().size()));
      } else if (a != null && b == null) {
        changes.add(new FileChange(name, ChangeKind.REMOVED, a.digest().size(), null));
      } else if (a != null && b != null && !a.digest().equals(b.digest())) {
        changes.add(new FileChange(
            name, ChangeKind.CHANGED, a.digest().size(), b.digest().size()));
      }
    }
    return new FilesDifference(
        names.size() - changes.size(),
        changes.size(),
        changes.subList(0, Math.min(MOST_SHOWN, changes.size())));
  }

  private static Map<String, ManifestFile> byName(List<ManifestFile> files) {
    var byName = new LinkedHashMap<String, ManifestFile>();
    files.forEach(file -> byName.put(file.name(), file));
    return byName;
  }
}
