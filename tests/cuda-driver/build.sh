#!/usr/bin/env bash
# Builds the software driver: build.sh FOLDER makes FOLDER/libcuda.so.1.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
# Under a name of its own first: another process may be opening the library.
made=$(mktemp "$1/libcuda.XXXXXX")
trap 'rm -f "$made"' EXIT
"${CXX:-c++}" -std=c++17 -O1 -fPIC -shared -fvisibility=hidden -Wall -Wextra -Werror "$here"/*.cpp "$here"/ptx/*.cpp -o "$made" -ldl
chmod 755 "$made"
mv -f "$made" "$1/libcuda.so.1"
