#!/bin/sh
# launcher-test.sh LAUNCHER: tests the launcher in an empty working folder.
#
# Maven and the JDKs are scripts that say how they were called. What is old and what is new is set
# by dates, so nothing waits for a clock.
set -u

launcher=$1
scratch=$(pwd -P)
project="$scratch/the project"
failures=0

ok() {
  printf 'ok    %s\n' "$1"
}

bad() {
  printf 'NOT OK %s\n' "$1"
  sed 's/^/       | /' "$scratch/out" "$scratch/err"
  failures=$((failures + 1))
}

# expect DESCRIPTION COMMAND...: the command succeeds.
expect() {
  description=$1
  shift
  if "$@"; then ok "$description"; else bad "$description"; fi
}

said() { grep -q -e "$1" "$scratch/out" "$scratch/err"; }
did_not_say() { ! said "$1"; }
exited() { [ "$exit_code" -eq "$1" ]; }
builds() { [ "$(wc -l <"$project/builds")" -eq "$1" ]; }

# ---- a PATH with the tools that the launcher needs, and without a Java -------------------------

mkdir "$scratch/bin"
for tool in sh cat dirname env find grep head mkdir mv readlink rm rmdir sed sleep sort stty tail \
  touch uname wc; do
  ln -s "$(command -v "$tool")" "$scratch/bin/$tool"
done

# make_jdk FOLDER VERSION [release]: with "release" the version is in that file.
make_jdk() {
  mkdir -p "$1/bin"
  touch "$1/bin/javac"
  cat >"$1/bin/java" <<JAVA
#!/bin/sh
case \$* in
  -version) echo 'openjdk version "$2"' >&2 ;;
  *-XshowSettings*) printf '    java.home = %s\n' "$1" >&2 ;;
  *)
    echo "java of $2 in \$(pwd -P)"
    [ -e /dev/fd/0 ] || echo 'no standard input'
    for argument; do printf '<%s>\n' "\$argument"; done
    exit \${FAKE_EXIT-0}
    ;;
esac
JAVA
  chmod +x "$1/bin/java" "$1/bin/javac"
  [ $# -lt 3 ] || printf 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\nJAVA_VERSION_DATE="y"\n' "$2" >"$1/release"
}

jdks="$scratch/some jdks"
make_jdk "$jdks/a 17" 17.0.15 release
make_jdk "$jdks/b 26" 26.0.1 release
make_jdk "$jdks/c 25" 25.0.3 release
make_jdk "$jdks/d 8" 1.8.0_292
make_jdk "$scratch/old/17" 17.0.15 release
make_jdk "$scratch/old/8" 1.8.0_292
make_jdk "$scratch/home jdk" 25.0.1
make_jdk "$scratch/new home" 27-ea release

# ---- a project whose Maven writes down that it was called --------------------------------------

mkdir -p "$project/suite/src/main" "$project/.mvn"
cp "$launcher" "$project/quintet"
touch "$project/pom.xml" "$project/suite/pom.xml" "$project/suite/src/main/A.java" \
  "$project/suite/src/main/B.java" "$project/builds"
cat >"$project/mvnw" <<'MVNW'
#!/bin/sh
echo "$JAVA_HOME $*" >>builds
[ ! -p gate ] || read -r _ <gate
case $* in *verify*) echo "tests of $*"; exit ${FAKE_EXIT-0} ;; esac
if [ -e broken ]; then
  echo '[ERROR] COMPILATION ERROR : '
  echo '[INFO] -----'
  echo "[ERROR] $(pwd -P)/suite/src/main/A.java:[3,5] cannot find symbol"
  echo '[INFO] 1 error'
  echo '[ERROR] Failed to execute goal; [Help 1]'
  exit 1
fi
echo '[INFO] Building Quintet suite 0.1.0                         [1/1]'
mkdir -p suite/target/lib
touch suite/target/suite-0.1.0.jar suite/target/lib/x.jar
MVNW

# quintet ARGUMENT...: starts the launcher with nothing in its environment but what is in $with.
with=
quintet() {
  # shellcheck disable=SC2086 # several variables
  env -i PATH="$scratch/bin" HOME="$scratch/nobody" QUINTET_JDKS="${search:-$jdks}" \
    ${java_home:+"JAVA_HOME=$java_home"} $with \
    "$scratch/bin/sh" "${entry:-$project/quintet}" "$@" >"$scratch/out" 2>"$scratch/err"
  exit_code=$?
}

# ---- which JDK ---------------------------------------------------------------------------------

search="$scratch/old" quintet --version
expect 'without a JDK 25 it exits with 2' exited 2
expect '... names what it found' said "17.0.15 in $scratch/old/17"
expect '... in any form of version' said "1.8.0_292 in $scratch/old/8"
expect '... and says how to install one' said 'curl .*~/.jdks'
expect '... and builds nothing' builds 0

quintet 'a b' '*' ''
expect 'the JDK nearest to 25 is taken from the folders' said 'java of 25.0.3'
expect 'what is missing is built' builds 1
expect '... with progress' said '  \[1/1\] Quintet suite$'
expect 'arguments arrive as they were given' said '^<a b>$'
expect '... unexpanded' said '^<\*>$'
expect '... even empty' said '^<>$'
expect 'the class path has the jars' said 'suite-0.1.0.jar:.*lib/x.jar>$'

java_home="$scratch/home jdk" quintet
expect 'JAVA_HOME goes first, and needs no release file' said 'java of 25.0.1'
java_home="$scratch/new home" quintet
expect '... even if it is newer' said 'java of 27-ea'
java_home="$scratch/old/17" quintet
expect '... but never if it is older' said 'java of 25.0.3'

ln -s "$scratch/home jdk/bin/java" "$scratch/bin/java"
quintet
expect 'the PATH goes before the folders' said 'java of 25.0.1'
rm "$scratch/bin/java"

# ---- when to build -----------------------------------------------------------------------------

# From here on all sources are older than the stamp.
age() {
  find "$project" -exec touch -t 202001010000 {} +
  touch -t 202101010000 "$project/.quintet/build/stamp"
}

age
: >"$project/builds"
quintet
expect 'nothing is built when nothing has changed' builds 0
touch "$project/suite/src/main/A.java"
quintet
expect 'a changed source is built' builds 1
age
rm "$project/suite/src/main/B.java"
quintet
expect 'a deleted source is noticed' builds 2
age
touch "$project/suite/pom.xml"
quintet
expect 'a changed pom is built' builds 3
age
touch "$project/README.md" "$project/suite/target/lib/x.jar"
quintet
expect 'what is no source is not built' builds 3

touch "$project/broken" "$project/suite/src/main/A.java"
quintet
expect 'a failed build exits with 1' exited 1
expect '... shows the compiler'\''s words, with short paths' \
  said '^suite/src/main/A.java:\[3,5\] cannot find symbol'
expect '... without those for users of Maven' did_not_say 'Help 1'
expect '... and starts nothing' did_not_say 'java of'
quintet
expect '... and is tried again' builds 5
rm "$project/broken"
quintet
expect '... until it works' builds 6

# ---- two at once -------------------------------------------------------------------------------

age
touch "$project/suite/src/main/A.java"
mkfifo "$project/gate" "$scratch/second"
quintet first &
while ! [ -s "$project/.quintet/build/lock/owner" ]; do :; done
env -i PATH="$scratch/bin" HOME="$scratch/nobody" QUINTET_JDKS="$jdks" \
  "$scratch/bin/sh" "$project/quintet" second >"$scratch/out2" 2>"$scratch/second" &
read -r line <"$scratch/second"
echo open >"$project/gate"
rm "$project/gate"
wait
cat "$scratch/out2" >>"$scratch/out"
printf '%s\n' "$line" >>"$scratch/err"
expect 'a second quintet says that it waits' said 'another quintet is building (process [0-9]*)'
expect '... does not build again' builds 7
expect '... and then starts' said '^<second>$'

age
touch "$project/suite/src/main/A.java"
mkdir "$project/.quintet/build/lock"
sh -c 'echo $$' >"$project/.quintet/build/lock/owner"
quintet
expect 'the lock of one that died is removed' builds 8

# ---- how to start ------------------------------------------------------------------------------

mkdir "$scratch/elsewhere"
ln -s "$project/quintet" "$scratch/link to quintet"
cd "$scratch/elsewhere" || exit 1
entry="$scratch/link to quintet" quintet run my.mrc
expect 'through a link, the user'\''s folder stays the user'\''s' said "in $scratch/elsewhere$"
expect '... and the project is found' said "^<-Dquintet.home=$project>$"
expect 'throughput commands get the parallel collector' said '^<-XX:+UseParallelGC>$'
with='QUINTET_OPTS=-XX:+UseZGC' quintet run
expect 'QUINTET_OPTS are passed on' said '^<-XX:+UseZGC>$'
expect '... and replace our collector' did_not_say 'UseParallelGC'
quintet bench
expect 'what starts virtual machines of its own gets no collector' did_not_say '<-XX:+Use'
quintet tasks exec <&-
expect 'a closed standard input is an empty one' did_not_say 'no standard input'
with='FAKE_EXIT=7' quintet run
expect 'the exit code is passed on' exited 7
quintet test -pl locks
expect 'tests are Maven'\''s verify, with more arguments' said 'tests of .*verify -pl locks'
with='FAKE_EXIT=1' quintet test
expect '... and its exit code' exited 1

exit $((failures > 0))
