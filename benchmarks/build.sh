# Sourced: builds the benchmarks where a source is newer than the jar, and sets JAVA_HOME and class_path.
jar="$here/benchmarks/target/benchmarks-0.1.0-SNAPSHOT.jar"
if [ ! -f "$jar" ] || [ -n "$(find "$here/benchmarks/src" "$here/seed-data/src/main" "$here/matching/src/main" "$here/terminology/src/main" "$here/rules/src/main" "$here/registry/src/main" "$here/benchmarks/pom.xml" -newer "$jar" | head -n 1)" ]; then
    (cd "$here" && ./mvnw -q -B -ntp -Pbenchmarks -DskipTests -Dspotless.check.skip package)
fi
. "$here/bin/find-jdk.sh"
class_path="$jar:$here/benchmarks/target/lib/*"
