#!/usr/bin/env bash
# On a machine with a GPU: self-test, parity, and the reference jobs beside a peer's program, in one go. See README.md beside this file.
# usage: compare-gpu.sh BIN BOOK [PEER [ARGUMENT...]]
#   BIN: a folder with gpurisk and GpuRisk.Benchmarks, published self-contained; BOOK: a book; PEER: what runs the peers' programs
# environment: DEVICES (the GPUs that gpurisk finds), JOBS ("a b c"), REPS repeats of a job (20; 5 for b and c)
set -euo pipefail
export LC_ALL=C

[ $# -ge 2 ] || { sed -n '3,5s/^# //p' "$0" >&2; exit 2; }
bin=$1
book=$2
shift 2
status=0

echo "== devices"
command -v nvidia-smi >/dev/null && nvidia-smi --query-gpu=name,driver_version,memory.total,clocks.max.sm,power.limit --format=csv
"$bin/gpurisk" devices
devices=${DEVICES:-$("$bin/gpurisk" devices --json | awk -F'"' '/"name":/ { name = $4 } /"gpu": true/ { print name }')}
[ -n "$devices" ] || { echo "compare-gpu.sh: gpurisk finds no GPU" >&2; exit 1; }

echo "== parity: the book on every device, both precisions"
COLUMNS=220 "$bin/gpurisk" compare "$book" || status=1

for job in ${JOBS:-a b c}; do
    for device in $devices; do
        for precision in double mixed; do
            echo "== job $job, $device, $precision"
            "$bin/GpuRisk.Benchmarks" job "$job" --accelerator "$device" --precision "$precision" --repeat "${REPS:-$([ "$job" = a ] && echo 20 || echo 5)}" || status=1
        done
    done
done

if [ $# -gt 0 ]; then
    echo "== peers: $*"
    "$@" || status=1
fi
exit $status
