#!/bin/bash
# Has a Docker engine and the images that the tests with containers begin with, where there is neither and
# no image can be pulled: Debian's packages, an engine that is started here, and images of Debian and the
# JDK. deploy/local/images.sh makes the rest from the build.
#
#   deploy/local/engine.sh start FILE     when an engine was started, FILE has its process and FILE.log its log
#   deploy/local/engine.sh stop FILE
#
# Needs root and apt-get. Each step has a limit: whoever waits for this does not wait for ever.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

answers() { timeout 10 docker info >/dev/null 2>&1; }

install_packages() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  command -v iptables >/dev/null || missing+=(iptables)
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "== installing ${missing[*]}"
  timeout 120 apt-get update
  # dpkg waits for whoever else installs something.
  DEBIAN_FRONTEND=noninteractive timeout 300 apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "${missing[@]}"
}

start_engine() {
  answers && return 0
  echo "== starting dockerd"
  dockerd --storage-driver overlay2 >"$1.log" 2>&1 &
  echo "$!" >"$1"
  for _ in $(seq 60); do
    if answers; then return 0; fi
    sleep 1
    kill -0 "$(cat "$1")" || break
  done
  echo "dockerd does not answer; $1.log says why" >&2
  return 1
}

case ${1-} in
start)
  install_packages
  start_engine "$2"
  timeout 300 deploy/local/images.sh base
  ;;
stop)
  [ -s "$2" ] || exit 0
  kill "$(cat "$2")" 2>/dev/null || exit 0
  timeout 30 tail --pid="$(cat "$2")" -f /dev/null
  ;;
*)
  echo "usage: engine.sh start FILE | stop FILE" >&2
  exit 2
  ;;
esac
