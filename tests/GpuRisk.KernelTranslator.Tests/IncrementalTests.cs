using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GpuRisk.KernelTranslator.Tests;

/// <summary>The generator in a compiler that keeps running.</summary>
public sealed class IncrementalTests
{
    private const string Kernel = "public static class K { [GpuRisk.Kernels.Kernel] public static void Run(int item, GpuRisk.Kernels.Lanes.Column<int> a) { a[item] = 1; } }";

    [Theory]
    [InlineData("// no kernel changed", IncrementalStepRunReason.Cached)]
    [InlineData("public static class L { [GpuRisk.Kernels.Kernel] public static void Run(int item) { } }", IncrementalStepRunReason.Modified)]
    public void The_source_is_written_again_only_where_a_kernel_changed(string addition, IncrementalStepRunReason expected)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Kernels", [CSharpSyntaxTree.ParseText(Kernel, cancellationToken: cancellation)], TranslatedSource.References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new KernelGenerator().AsSourceGenerator()], driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation, cancellation)
            .RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(addition, cancellationToken: cancellation)), cancellation);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Equal([expected], result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason));
    }
}
