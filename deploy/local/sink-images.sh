#!/bin/bash
# Makes what the profile sink of docker-compose.yml needs beside the images of images.sh, on a machine that
# cannot pull any: PostgreSQL from Debian's packages, and Kafka Connect from the jars of this build.
#
#   deploy/local/images.sh && deploy/local/sink-images.sh && . deploy/local/images.env && docker-compose --profile sink up --build -d
#
# Needs what images.sh needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
worker=modules/sink/target/worker
here=deploy/local
export DOCKER_BUILDKIT=0 # the builder that needs nothing from elsewhere

[ -d "$worker" ] || { echo "sink-images.sh: $worker is missing; run ./mvnw package first" >&2; exit 1; }
docker image inspect local/kafka:4.3.1 >/dev/null 2>&1 || { echo "sink-images.sh: local/kafka:4.3.1 is missing; run images.sh first" >&2; exit 1; }
# One at a time, as in images.sh.
exec 9>/tmp/mooring-images.lock
flock -w 300 9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! docker image inspect local/debian-postgres >/dev/null 2>&1; then
  echo "== local/debian-postgres"
  # A cluster is made at the first start, not with the package.
  mmdebstrap --quiet --variant=minbase --include=postgresql-15,locales \
    --essential-hook='mkdir -p "$1/etc/postgresql-common" && echo create_main_cluster=false >"$1/etc/postgresql-common/createcluster.conf"' \
    bookworm "$work/postgres.tar"
  docker import "$work/postgres.tar" local/debian-postgres >/dev/null
fi

echo "== local/postgres:15"
docker build -q -t local/postgres:15 "$here/postgres" >/dev/null

echo "== local/connect:4.3.1"
cp -r "$here/connect" "$worker" "$work/"
mv "$work/worker" "$work/connect/"
docker build -q -t local/connect:4.3.1 "$work/connect" >/dev/null

docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep -E '^local/(postgres|connect):'
