package dev.treadle.cache;

import dev.treadle.cache.classfile.ClassFile;
import dev.treadle.cache.classfile.Member;
import dev.treadle.cache.classfile.Reference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks from a step method to everything of the user's that it may run, member by member. Where it cannot be known it
 * takes more: all overriding methods of a class that is instantiated, the static initialiser of each class that is
 * used, and all of each class that the step takes or returns, as it may be read and written by reflection.
 */
final class Reachability {
  private final CodeBase codeBase;
  private final UserCode userCode;
  private final CodeLocation home;
  private final FingerprintParts parts;

  private final Set<String> touched = new HashSet<>();
  private final Set<String> initialised = new HashSet<>();
  private final Set<String> instantiated = new HashSet<>();
  private final Set<String> whole = new HashSet<>();
  private final Set<Reference> followed = new HashSet<>();
  private final Set<Member> reached = new HashSet<>();
  private final Map<String, Optional<CodeUnit>> known = new HashMap<>();
  private final Deque<Runnable> work = new ArrayDeque<>();

  Reachability(CodeBase codeBase, CodeLocation home, FingerprintParts parts) {
    this.codeBase = codeBase;
    this.home = home;
    this.parts = parts;
    this.userCode = new UserCode(codeBase, home, parts);
  }

  void step(ClassFile owner, Member method) {
    String type = owner.name();
    touch(type);
    initialise(type);
    if (!method.isStatic()) {
      instantiate(type);
      owner.methods().values().stream()
          .filter(Member::isConstructor)
          .forEach(each -> reach(owner, each));
      owner.fields().values().forEach(field -> field.types().forEach(this::takeWhole));
    }
    call(type, method.signature());
    method.types().forEach(this::takeWhole);
    while (!work.isEmpty()) {
      work.pop().run();
    }
  }

  private void follow(Reference reference) {
    String owner = reference.owner();
    if (owner.startsWith("[")) {
      return; // clone() of an array; its element type is referred to where the array is made
    }
    String signature = reference.name() + reference.descriptor();
    switch (reference.kind()) {
      case TYPE -> touch(owner);
      case LITERAL -> takeWhole(owner);
      case ANNOTATION -> {
        if (userCode.peek(owner).isPresent()) {
          takeWhole(owner);
        }
      }
      case NEW -> instantiate(owner);
      case FIELD -> field(owner, signature);
      case STATIC_FIELD -> {
        initialise(owner);
        field(owner, signature);
      }
      case CALL -> call(owner, signature);
      case STATIC_CALL -> {
        initialise(owner);
        call(owner, signature);
      }
    }
  }

  /** The class counts with its declaration, and so do its supertypes. */
  private Optional<CodeUnit> touch(String type) {
    Optional<CodeUnit> unit = known.computeIfAbsent(type, userCode::find);
    if (unit.isPresent() && touched.add(type)) {
      reach(unit.get().file(), unit.get().file().declaration());
    }
    return unit;
  }

  private void reach(ClassFile owner, Member member) {
    if (reached.add(member)) {
      parts.add(owner, member);
      work.push(() -> member.references().stream().filter(followed::add).forEach(this::follow));
    }
  }

  private void initialise(String type) {
    if (initialised.add(type)) {
      touch(type).map(CodeUnit::file).ifPresent(file -> {
        Optional.ofNullable(file.methods().get("<clinit>()V"))
            .ifPresent(method -> reach(file, method));
        file.supertypes().forEach(this::initialise);
      });
    }
  }

  private void field(String owner, String signature) {
    declaring(owner, file -> file.fields().get(signature)).ifPresent(found -> {
      initialise(found.file().name());
      reach(found.file(), found.member());
    });
  }

  private void call(String owner, String signature) {
    declaring(owner, file -> file.methods().get(signature))
        .ifPresent(found -> reach(found.file(), found.member()));
  }

  /** Resolves a member as the JVM does: the class, its superclasses, then its interfaces. */
  private Optional<Found> declaring(String type, Lookup lookup) {
    Optional<ClassFile> file = touch(type).map(CodeUnit::file);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Member member = lookup.in(file.get());
    if (member != null) {
      return Optional.of(new Found(file.get(), member));
    }
    return file.get().supertypes().stream()
        .flatMap(supertype -> declaring(supertype, lookup).stream())
        .findFirst();
  }

  /** All methods that override or implement something may be called by code that knows only the supertype. */
  private void instantiate(String type) {
    if (!instantiated.add(type)) {
      return;
    }
    initialise(type);
    touch(type).ifPresent(unit -> {
      Map<String, ClassFile> family = new LinkedHashMap<>();
      collectFamily(type, family);
      Set<String> overriding = overriding(family.values());
      for (ClassFile file : family.values()) {
        if (touch(file.name()).isPresent()) {
          reachAll(file, file.fields().values());
          file.methods().forEach((signature, method) -> {
            if (overriding.contains(signature) && method.isVirtual()) {
              reach(file, method);
            }
          });
        }
      }
    });
  }

  /** The signatures of the methods that more than one of the classes declares. */
  private static Set<String> overriding(Collection<ClassFile> family) {
    Set<String> declared = new HashSet<>();
    Set<String> overriding = new HashSet<>();
    for (ClassFile file : family) {
      file.methods().forEach((signature, method) -> {
        if (method.isVirtual() && !declared.add(signature)) {
          overriding.add(signature);
        }
      });
    }
    return overriding;
  }

  private void collectFamily(String type, Map<String, ClassFile> family) {
    codeBase.find(type).map(CodeUnit::file).ifPresent(file -> {
      if (family.putIfAbsent(type, file) == null) {
        file.supertypes().forEach(supertype -> collectFamily(supertype, family));
      }
    });
  }

  /** Everything in the class, in the types of its fields, in its supertypes and in its subtypes. */
  private void takeWhole(String type) {
    if (whole.add(type)) {
      touch(type).ifPresent(unit -> {
        ClassFile file = unit.file();
        instantiate(type);
        reachAll(file, file.fields().values());
        reachAll(file, file.methods().values());
        work.push(() -> {
          file.fields().values().forEach(field -> field.types().forEach(this::takeWhole));
          file.supertypes().forEach(this::takeWhole);
          if (!file.isFinal()) {
            codeBase.subtypes(type, home).forEach(this::takeWhole);
            codeBase.subtypes(type, unit.location()).forEach(this::takeWhole);
          }
        });
      });
    }
  }

  private void reachAll(ClassFile file, Collection<Member> members) {
    members.stream().filter(member -> !member.isGenerated()).forEach(member -> reach(file, member));
  }

  private interface Lookup {
    @Nullable
    Member in(ClassFile file);
  }

  private record Found(ClassFile file, Member member) {}
}
