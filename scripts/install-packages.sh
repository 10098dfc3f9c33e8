#!/bin/sh
# Installs the Debian packages that are missing.
#
# For the program: SQLite, libxlsxwriter (workbooks out), libzip, zlib and expat (workbooks and archives in),
# pkg-config to find them. For Swift, which says nothing of what it needs when it lacks it: the linker, the
# headers of C and C++, what swift-build loads; git and certificates, with which it fetches packages.
set -eu

missing=
for package in libsqlite3-dev libxlsxwriter-dev libzip-dev zlib1g-dev libexpat1-dev pkg-config \
  binutils libc6-dev libstdc++-12-dev libcurl4 libncurses6 libxml2 git ca-certificates; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
    missing="$missing $package"
done
if [ -n "$missing" ]; then
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
fi

if ! command -v swift >/dev/null; then
  echo "manca Swift 6.3: si scarica da https://www.swift.org/install/linux (Debian 12) e la sua cartella" >&2
  echo "usr/bin si aggiunge al PATH" >&2
  exit 1
fi
