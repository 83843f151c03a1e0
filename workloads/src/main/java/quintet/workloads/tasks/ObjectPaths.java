package quintet.workloads.tasks;

import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ways from an object to what serialising it comes by: fields, elements, map entries, and what
 * a lambda captured. Breadth first, so that the shortest path is found; each object once, so that
 * cycles end.
 *
 * <p><b>Not thread-safe</b>, and used once.
 */
final class ObjectPaths {

  /**
   * An object on the way.
   *
   * @param notes what the reader must know to follow the path
   */
  record Place(Object object, String path, String notes) {}

  private final Set<Object> written = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Place> places = new ArrayList<>();

  /**
   * @param name how to call the object that all paths begin at
   * @param written what was written; nothing else is on a path
   */
  ObjectPaths(String name, Object root, List<Object> written) {
    this.written.addAll(written);
    places.add(new Place(root, name, ""));
    visited.add(root);
  }

  /** Returns the nearest place of this very object; null if none is known. */
  @SuppressWarnings("ReferenceEquality") // this very object is meant
  @Nullable Place to(Object wanted) {
    for (int next = 0; next < places.size(); next++) { // the list grows behind it
      var place = places.get(next);
      if (place.object() == wanted) {
        return place;
      }
      addChildren(place);
    }
    return null;
  }

  /** Of the places that were come by, the farthest of which this is true; or else the root. */
  Place deepest(Predicate<Object> test) {
    for (var place : places.reversed()) {
      if (test.test(place.object())) {
        return place;
      }
    }
    return places.getFirst();
  }

  /** The object's class, in words that a reader finds in the source. */
  static String kindOf(Object object) {
    var name = object.getClass().getTypeName();
    int lambda = name.indexOf("$$Lambda");
    if (lambda < 0) {
      return name;
    }
    var types = object.getClass().getInterfaces();
    return "a lambda in " + name.substring(0, lambda) + " of type " + types[0].getTypeName();
  }

  private void add(Place from, String step, @Nullable Object object) {
    if (object != null
        && (written.contains(object) || replacing(object.getClass()) != null)
        && visited.add(object)) {
      places.add(new Place(object, from.path() + step, from.notes()));
    }
  }

  private void addChildren(Place place) {
    var object = place.object();
    boolean jdks = object.getClass().getName().startsWith("java.");
    if (object instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) {
        add(place, "[" + i + "]", array[i]);
      }
    } else if (jdks && object instanceof Map<?, ?> map) {
      addEntries(place, map);
    } else if (jdks && object instanceof Map.Entry<?, ?> entry) {
      add(place, ".key", entry.getKey());
      add(place, ".value", entry.getValue());
    } else if (jdks && object instanceof Collection<?> collection) {
      int i = 0;
      for (var element : collection) {
        add(place, "[" + i++ + "]", element);
      }
    } else {
      var method = replacing(object.getClass());
      if (method == null) {
        addFields(place);
      } else {
        addReplacement(place, method);
      }
    }
  }

  private void addEntries(Place place, Map<?, ?> map) {
    int i = 0;
    for (var entry : map.entrySet()) {
      var key = entry.getKey();
      add(place, ".keys[" + i + "]", key);
      boolean short_ = key instanceof String || key instanceof Number || key instanceof Enum<?>;
      add(place, short_ ? "[" + key + "]" : ".values[" + i + "]", entry.getValue());
      i++;
    }
  }

  private void addFields(Place place) {
    if (place.object() instanceof Throwable e) {
      add(place, ".cause", e.getCause());
      var suppressed = e.getSuppressed();
      for (int i = 0; i < suppressed.length; i++) {
        add(place, ".suppressed[" + i + "]", suppressed[i]);
      }
    }
    for (Class<?> type = place.object().getClass();
        type != null && Serializable.class.isAssignableFrom(type);
        type = type.getSuperclass()) {
      for (var field : ObjectStreamClass.lookup(type).getFields()) {
        if (!field.isPrimitive()) {
          add(place, "." + field.getName(), valueOf(type, field.getName(), place.object()));
        }
      }
    }
  }

  private static @Nullable Object valueOf(Class<?> type, String field, Object object) {
    try {
      var declared = type.getDeclaredField(field);
      declared.setAccessible(true);
      return declared.get(object);
    } catch (ReflectiveOperationException | InaccessibleObjectException unreadable) {
      return null; // one of serialPersistentFields that is not there, or one of the JDK's
    }
  }

  // ---- what is written in an object's stead

  /** The method that serialising calls for something else to write, or null. */
  private static @Nullable Method replacing(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (var method : c.getDeclaredMethods()) {
        if (method.getName().equals("writeReplace")
            && method.getParameterCount() == 0
            && (c == type || !Modifier.isPrivate(method.getModifiers()))) {
          return method;
        }
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // an object may stand for itself
  private void addReplacement(Place place, Method writeReplace) {
    Object replacement;
    try {
      writeReplace.setAccessible(true);
      replacement = writeReplace.invoke(place.object());
    } catch (ReflectiveOperationException | InaccessibleObjectException unreadable) {
      return;
    }
    if (replacement instanceof SerializedLambda lambda) {
      addCaptured(place, lambda);
    } else if (replacement == place.object()) {
      addFields(place);
    } else if (replacement != null && visited.add(replacement)) { // made anew at each call
      places.add(new Place(replacement, place.path(), place.notes()));
    }
  }

  private void addCaptured(Place place, SerializedLambda lambda) {
    var owner = lambda.getImplClass().replace('/', '.');
    var what = place.path() + " is " + owner + "." + lambda.getImplMethodName();
    boolean ofTask = owner.equals(Task.class.getName()); // says nothing to who called Task.of
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      boolean self = i == 0 && lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic;
      var note = ofTask ? "" : "; " + what + (self ? ", which captured its object" : "");
      var noted = new Place(place.object(), place.path(), place.notes() + note);
      add(noted, ".captured[" + i + "]", lambda.getCapturedArg(i));
    }
  }
}
