package quintet.suite.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import quintet.suite.bench.kit.Contest;
import quintet.suite.bench.kit.Labelled;
import quintet.suite.bench.kit.Usual;
import quintet.suite.results.Kind;
import quintet.suite.results.Variant;

/**
 * A benchmark method and what its class says of it; gives a name to each combination of its
 * parameters.
 */
record Entry(Class<?> type, String method, Contest contest) {

  static Entry of(BenchmarkListEntry benchmark) {
    return of(benchmark.getUsername());
  }

  private static Entry of(String name) {
    int dot = name.lastIndexOf('.');
    try {
      var type = Class.forName(name.substring(0, dot));
      return new Entry(
          type,
          name.substring(dot + 1),
          Objects.requireNonNull(type.getAnnotation(Contest.class), name + " is no @Contest"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes what the variant's forks need and what is not there yet. */
  static void prepare(Variant variant) throws IOException {
    var preparation = of(variant.benchmark()).contest.preparation();
    try {
      preparation.getConstructor().newInstance().prepare(variant.parameters());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Which values of a parameter are measured: those of the wanted that it can have, or else what is
   * usual.
   *
   * @param wanted may be of other benchmarks, with a parameter of the same name
   * @param stated by {@code @Param}
   */
  List<String> values(String parameter, List<String> wanted, List<String> stated, Depth depth) {
    var constants = constantsOf(parameter);
    if (constants.isEmpty()) {
      return wanted.isEmpty() ? stated : wanted;
    }
    var possible = wanted.stream().filter(constants::contains).toList();
    if (!possible.isEmpty()) {
      return possible;
    }
    var usual = typeOf(parameter).getAnnotation(Usual.class);
    if (usual == null) {
      return stated;
    }
    return switch (depth) {
      case QUICK -> List.of(usual.quick());
      case STANDARD -> List.of(usual.standard());
      case THOROUGH -> constants;
    };
  }

  /** The names of all that a parameter can be; none if it is no enum. */
  List<String> constantsOf(String parameter) {
    return constants(parameter).stream().map(Enum::name).toList();
  }

  /** The baseline has one worker, however many the others have. */
  Variant variant(Map<String, String> parameters) {
    var own = new TreeMap<>(parameters);
    boolean isBaseline = isBaseline(own);
    if (isBaseline) {
      own.replace(Variants.WORKERS, "1");
    }
    return new Variant(
        id(contest.piece(), contest.kind(), group(own), name(own), workers(own)),
        contest.piece(),
        contest.kind(),
        group(own),
        name(own),
        workers(own),
        contest.bound(),
        isBaseline ? null : baseline(own),
        contest.unit(),
        0,
        type.getName() + "." + method,
        own);
  }

  private boolean isBaseline(Map<String, String> parameters) {
    return contest.against() == void.class
        && contest.baseline().equals(parameters.get(contest.among()));
  }

  private @Nullable String baseline(Map<String, String> parameters) {
    if (contest.against() != void.class) {
      return of(contest.against().getName() + "." + method).ownBaseline(parameters);
    }
    return contest.among().isEmpty() ? null : ownBaseline(parameters);
  }

  private String ownBaseline(Map<String, String> parameters) {
    var changed = new TreeMap<>(parameters);
    changed.put(contest.among(), contest.baseline());
    return variant(changed).id();
  }

  /** The same in every run, without what a shell or a file system would stumble over. */
  static String id(String piece, Kind kind, String group, String name, int workers) {
    var words =
        Stream.of(piece, kind.name(), group, name)
            .filter(part -> !part.isEmpty())
            .map(Entry::plain)
            .collect(Collectors.joining("/"));
    return workers == 0 ? words : words + "@" + workers;
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  private String group(Map<String, String> parameters) {
    var values = Stream.of(contest.group()).map(parameter -> label(parameter, parameters));
    return Stream.concat(Stream.of(contest.title()), values)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String name(Map<String, String> parameters) {
    if (contest.among().equals(Variants.WORKERS)) {
      return contest.kind().name().toLowerCase(Locale.ROOT);
    }
    return contest.among().isEmpty()
        ? spoken(method.replaceAll("([A-Z])", "_$1"))
        : label(contest.among(), parameters);
  }

  private static int workers(Map<String, String> parameters) {
    return Integer.parseInt(parameters.getOrDefault(Variants.WORKERS, "0"));
  }

  private String label(String parameter, Map<String, String> parameters) {
    var value = Objects.requireNonNull(parameters.get(parameter), parameter);
    return constants(parameter).stream()
        .filter(constant -> constant.name().equals(value))
        .map(
            constant ->
                constant instanceof Labelled named ? named.labelBeside(parameters) : spoken(value))
        .findFirst()
        .orElse(value);
  }

  /** Of the parameter's type, if that is an enum. */
  private List<Enum<?>> constants(String parameter) {
    var constants = (Enum<?>[]) typeOf(parameter).getEnumConstants();
    return constants == null ? List.of() : List.of(constants);
  }

  private Class<?> typeOf(String parameter) {
    try {
      return type.getField(parameter).getType();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(type + " has no parameter " + parameter, e);
    }
  }

  private static String spoken(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
