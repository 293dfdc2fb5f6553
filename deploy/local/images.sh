#!/bin/bash
# Makes the images of docker-compose.yml on a machine that cannot pull any: from Debian's packages, the
# JDK that is here, and the jars of this build. They have names of their own, local/..., and are for tests:
# everywhere else the public ones are used.
#
#   ./mvnw -q package -DskipTests && deploy/local/images.sh && . deploy/local/images.env && docker-compose up -d
#
# `images.sh base` makes only what needs no build: Debian and the JDK. Needs root, a Docker engine,
# mmdebstrap and a JDK 25 (JAVA_HOME).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
distribution=modules/cli/target/mooring
here=deploy/local
export DOCKER_BUILDKIT=0 # the builder that needs nothing from elsewhere

what=${1-all}
[ "$what" = base ] || [ -d "$distribution/lib" ] || { echo "images.sh: $distribution is missing; run ./mvnw package first" >&2; exit 1; }
# One at a time: the second one finds what the first one has made.
exec 9>/tmp/mooring-images.lock
flock -w 300 9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

has() { docker image inspect "$1" >/dev/null 2>&1; }

if ! has local/base:bookworm; then
  echo "== local/base:bookworm"
  mmdebstrap --quiet --variant=minbase --include=libstdc++6,ca-certificates bookworm "$work/base.tar"
  docker import "$work/base.tar" local/base:bookworm >/dev/null
fi

if ! has local/jdk:25; then
  echo "== local/jdk:25"
  mkdir "$work/jdk"
  cp -rL "$JAVA_HOME" "$work/jdk/jdk"
  rm -f "$work/jdk/jdk/lib/src.zip"
  printf 'FROM local/base:bookworm\nCOPY jdk /opt/jdk\nENV JAVA_HOME=/opt/jdk PATH=/opt/jdk/bin:/usr/local/bin:/usr/bin:/bin\n' >"$work/jdk/Dockerfile"
  docker build -q -t local/jdk:25 "$work/jdk" >/dev/null
fi

[ "$what" != base ] || exit 0

echo "== mooring:local"
docker build -q -f deploy/image/Dockerfile -t mooring:local \
  --build-arg JDK_IMAGE=local/jdk:25 --build-arg BASE_IMAGE=local/base:bookworm . >/dev/null

echo "== local/kafka:4.3.1"
mkdir "$work/kafka"
cp "$here/kafka-run" "$work/kafka/"
docker build -q -f - -t local/kafka:4.3.1 "$work/kafka" >/dev/null <<'DOCKERFILE'
FROM mooring:local
USER root
COPY kafka-run /etc/kafka/docker/run
RUN mkdir -p /opt/kafka /var/lib/kafka/data && ln -s /opt/mooring/lib /opt/kafka/libs && chown -R 10001:10001 /var/lib/kafka /etc/kafka
USER 10001:10001
HEALTHCHECK NONE
ENTRYPOINT []
CMD ["/etc/kafka/docker/run"]
DOCKERFILE

echo "== local/registry:3.3.3"
mkdir "$work/registry"
cp -r "$distribution/registry" "$work/registry/"
docker build -q -f - -t local/registry:3.3.3 "$work/registry" >/dev/null <<'DOCKERFILE'
FROM mooring:local
USER root
COPY registry /opt/registry
RUN mkdir -p /opt/registry && chmod -R a+rX /opt/registry
USER 10001:10001
WORKDIR /tmp
HEALTHCHECK NONE
ENTRYPOINT []
CMD exec java ${JAVA_OPTS_APPEND:-} -Dquarkus.http.host=0.0.0.0 -Dquarkus.http.port=8080 -jar "$(find /opt/registry -name quarkus-run.jar | head -n 1)"
DOCKERFILE

docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep -E '^(local/|mooring:local)'
