#!/usr/bin/env bash
# Runs our reference job and a peer's program in turn and prints the ratios of their times. See README.md beside this file.
# usage: compare-job.sh SIZE PEER      SIZE: a, b, small or INSTRUMENTS,SCENARIOS,ACCOUNTS; PEER: the peer's executable
# environment: NT threads of both (2), PAIRS (5), REPS repeats in a run (5; 2 for b), CH scenarios in a chunk of the peer's (32),
#              OURS further options of our job, such as "--tile 64"
set -euo pipefail
export LC_ALL=C

usage() {
    sed -n '3,5s/^# //p' "$0" >&2
    exit 2
}

[ $# -eq 2 ] || usage
size=$1
peer=$2
case $size in
    a) shape="2000 10000 1000" ;;
    b) shape="50000 10000 100000" ;;
    small) shape="96 1280 24" ;;
    *[!0-9,]* | *,*,*,*) usage ;;
    *,*,*) shape=${size//,/ } ;;
    *) usage ;;
esac
[ -x "$peer" ] || { echo "compare-job.sh: $peer is not an executable file" >&2; exit 2; }
export NT=${NT:-2}
pairs=${PAIRS:-5}
reps=${REPS:-$([ "$size" = b ] && echo 2 || echo 5)}
chunk=${CH:-32}

folder=$(cd "$(dirname "$0")" && pwd)
project=$folder/GpuRisk.Benchmarks
dotnet build "$project" -c Release -v quiet --nologo >&2
program=$project/bin/Release/net10.0/GpuRisk.Benchmarks

runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT

echo "job $size, $NT threads, $pairs pairs of $reps repeats, peer's chunk $chunk"
for ((i = 1; i <= pairs; i++)); do
    # Word splitting is wanted: both hold several arguments.
    # shellcheck disable=SC2086
    "$program" job "$size" --threads "$NT" --repeat "$reps" --json ${OURS:-} >"$runs/ours"
    # shellcheck disable=SC2086
    "$peer" $shape "$reps" "$chunk" >"$runs/peer"
    awk -v ours="$runs/ours" -v peer="$runs/peer" -v pair="$i" -v shape="$shape" -f "$folder/compare-job.awk" /dev/null | tee -a "$runs/pairs"
done
awk -v summary=1 -f "$folder/compare-job.awk" "$runs/pairs"
