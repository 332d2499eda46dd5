#!/usr/bin/env bash
# Writes GpuRisk.Kernels/Translated/kernels.cl and kernels.cu anew: what the translator makes of the kernels, for review.
set -euo pipefail
cd "$(dirname "$0")/GpuRisk.Kernels"

dotnet build -c Release -v quiet --no-incremental -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath=obj/translated
source=obj/translated/GpuRisk.KernelTranslator/GpuRisk.KernelTranslator.KernelGenerator/KernelSource.g.cs

# The text of a constant lies between the three quotes after its name and the next three; the newline before those is not part of it.
text() {
    awk -v name="string $1 = \"\"\"" 'index($0, name) { inside = 1; next } inside && /^"""/ { exit } inside' "$source" | sed '$d'
}

mkdir -p Translated
text OpenCl > Translated/kernels.cl
text Cuda > Translated/kernels.cu
wc -l Translated/*
