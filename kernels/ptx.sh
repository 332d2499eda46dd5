#!/usr/bin/env bash
# Builds GpuRisk.Kernels/Translated/kernels.ptx from kernels.cu beside it, which translate.sh writes. Needs clang 14 or later with the NVPTX
# back end, and no CUDA toolkit. sm_70 is the oldest device with forward-compatible PTX for all later ones.
set -euo pipefail
cd "$(dirname "$0")/GpuRisk.Kernels/Translated"

compiler=${CLANG:-clang}
flags="-x cuda --cuda-device-only -nocudainc -nocudalib -ffp-contract=off -O3 -S --cuda-gpu-arch=sm_70"
made=$(mktemp)
trap 'rm -f "$made"' EXIT
# shellcheck disable=SC2086 # The flags are words.
"$compiler" $flags kernels.cu -o "$made"
{
    echo "// GpuRisk kernels in PTX, built by kernels/ptx.sh: do not edit."
    # Of the text without the line feeds at its end, which $(...) takes off.
    echo "// source-sha256: $(printf '%s' "$(cat kernels.cu)" | sha256sum | cut -d ' ' -f 1)"
    echo "// compiler: $("$compiler" --version | head -n 1)"
    echo "// flags: $flags"
    cat "$made"
} > kernels.ptx
wc -l kernels.ptx
