using System.Text;
using GpuRisk.KernelTranslator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>Adds KernelSource to a project with kernels: the text of its kernels for OpenCL and CUDA.</summary>
[Generator]
public sealed class KernelGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.CompilationProvider.Select(static (compilation, cancellation) => KernelTranslation.Of(compilation, cancellation)),
            static (output, translation) =>
            {
                foreach (Refusal refusal in translation.Refusals)
                    output.ReportDiagnostic(refusal.Report());
                if (translation.Source is { } source)
                    output.AddSource("KernelSource.g.cs", Microsoft.CodeAnalysis.Text.SourceText.From(source, Encoding.UTF8));
            });
}
