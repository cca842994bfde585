# Sourced: sets and exports JAVA_HOME to the newest JDK from 25 on, or ends with a sentence that says what is missing.
# Looks at JAVA_HOME, the javac on the PATH and the usual folders, and reads $JDK/release rather than starting each.
jdk_feature() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}
jdk_found=""
jdk_newest=24
jdk_on_path=""
if command -v javac >/dev/null 2>&1; then
    jdk_on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
fi
for jdk in "${JAVA_HOME:-}" "$jdk_on_path" /usr/lib/jvm/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    /opt/*jdk* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$jdk" ] || continue
    feature=$(jdk_feature "$jdk")
    if [ "${feature:-0}" -gt "$jdk_newest" ]; then
        jdk_newest=$feature
        jdk_found=$jdk
    fi
done
if [ -z "$jdk_found" ]; then
    echo "A JDK 25 or newer is needed and none was found in JAVA_HOME, on the PATH or in the usual folders." >&2
    echo "Install one (for example Eclipse Temurin 25, Debian package temurin-25-jdk) or set JAVA_HOME to it." >&2
    exit 1
fi
JAVA_HOME=$jdk_found
export JAVA_HOME
