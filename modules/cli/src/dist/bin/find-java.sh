# Sourced by the launchers. Finds a Java of at least version 21.
#
# find_java [jdk]   prints the home directory of the first that will do: JAVA_HOME, then the java
#                   on PATH, then the newest in the usual places. With "jdk" it must have a compiler.

WANTED_JAVA=21

# The major version of the Java in a home directory; 0 when there is none. The release file answers
# without the cost of starting a virtual machine.
java_major() {
  if [ ! -x "$1/bin/java" ]; then
    echo 0
    return
  fi
  version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" 2>/dev/null)
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  major=${version%%[!0-9]*}
  echo "${major:-0}"
}

# The real path of a file behind any number of symbolic links (readlink -f is not everywhere).
real_path() {
  target=$1
  while [ -L "$target" ]; do
    link=$(readlink "$target")
    case $link in
      /*) target=$link ;;
      *) target=$(dirname "$target")/$link ;;
    esac
  done
  echo "$(cd "$(dirname "$target")" && pwd -P)/$(basename "$target")"
}

java_will_do() {
  [ "$(java_major "$1")" -ge "$WANTED_JAVA" ] && { [ "${2:-}" != jdk ] || [ -x "$1/bin/javac" ]; }
}

java_on_path() {
  on_path=$(command -v java 2>/dev/null) || return 1
  dirname "$(dirname "$(real_path "$on_path")")"
}

java_in_usual_places() {
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
    if java_will_do "$home" "${1:-}"; then
      echo "$(java_major "$home") $home"
    fi
  done | sort -n -r | head -n 1 | cut -d ' ' -f 2-
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && java_will_do "$JAVA_HOME" "${1:-}"; then
    echo "$JAVA_HOME"
    return
  fi
  home=$(java_on_path) || home=
  if [ -n "$home" ] && java_will_do "$home" "${1:-}"; then
    echo "$home"
    return
  fi
  home=$(java_in_usual_places "${1:-}")
  if [ -n "$home" ]; then
    echo "$home"
    return
  fi
  {
    echo "mooring: no Java $WANTED_JAVA or newer found (looked at JAVA_HOME, PATH and the usual places)."
    echo "Install a JDK $WANTED_JAVA or newer and run this again, for instance:"
    echo "  Debian, Ubuntu   apt-get install openjdk-$WANTED_JAVA-jdk"
    echo "  Fedora           dnf install java-$WANTED_JAVA-openjdk-devel"
    echo "  macOS            brew install openjdk@$WANTED_JAVA"
    echo "  anywhere         https://adoptium.net, then set JAVA_HOME to where it is"
  } >&2
  return 1
}
