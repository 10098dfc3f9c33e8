#!/bin/sh
# Installs the Debian packages that are missing: SQLite, libxlsxwriter (workbooks out), libzip, zlib
# and expat (workbooks and archives in), pkg-config to find them.
set -eu

missing=
for package in libsqlite3-dev libxlsxwriter-dev libzip-dev zlib1g-dev libexpat1-dev pkg-config; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
    missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "mancano i pacchetti:$missing" >&2
  echo "installarli con: sudo apt-get install$missing" >&2
  exit 1
fi
echo "installo:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing >/dev/null
