using GpuRisk.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GpuRisk.KernelTranslator.Tests;

/// <summary>A small C# source and what the generator makes of it.</summary>
internal sealed class TranslatedSource
{
    private const string Usings =
        "using System; using System.Linq; using System.Numerics; using System.Runtime.CompilerServices; using GpuRisk.Kernels; using GpuRisk.Kernels.Lanes; ";

    private TranslatedSource(IReadOnlyList<Diagnostic> diagnostics, INamedTypeSymbol? source, string? generated)
    {
        Diagnostics = diagnostics;
        Generated = generated;
        OpenCl = Constant(source, "OpenCl");
        Cuda = Constant(source, "Cuda");
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The generated file; null where none came.</summary>
    public string? Generated { get; }

    public string OpenCl { get; }

    public string Cuda { get; }

    /// <summary>The generator's errors as "GR0003 7:12 message", lines and columns from 1.</summary>
    public IEnumerable<string> Errors => Diagnostics.Select(d =>
    {
        LinePosition start = d.Location.GetLineSpan().StartLinePosition;
        return $"{d.Id} {start.Line + 1}:{start.Character + 1} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    });

    public static TranslatedSource Of(string code) => Run(code, mustCompile: true);

    public static TranslatedSource OfBroken(string code) => Run(code, mustCompile: false);

    /// <summary>
    /// The statements, which start line 2, as a kernel over tables and columns of every element: ti, tu, tl, td to read; ci, cl, cd to
    /// write. Members follow the kernel.
    /// </summary>
    public static TranslatedSource OfStatements(string statements, string members = "") => Of(
        "public static class K { [Kernel] public static void Run(int item, int i, uint u, long l, ulong v, double x, Table<int> ti, Table<uint> tu, "
        + "Table<long> tl, Table<double> td, Column<int> ci, Column<long> cl, Column<double> cd) {\n" + statements + "\n}\n" + members + "\n}");

    /// <summary>The body of the kernel or function of that name, without its braces and indentation.</summary>
    public string BodyOf(string entry)
    {
        int head = OpenCl.IndexOf(" " + entry + "(", StringComparison.Ordinal);
        Assert.True(head >= 0, $"There is no {entry} in:\n{OpenCl}");
        int open = OpenCl.IndexOf("\n{\n", head, StringComparison.Ordinal) + 3;
        int close = OpenCl.IndexOf("\n}\n", open - 1, StringComparison.Ordinal);
        IEnumerable<string> lines = OpenCl[open..Math.Max(open, close)].Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line);
        return string.Join("\n", lines);
    }

    /// <summary>The statements of the kernel that <see cref="OfStatements"/> made, after it has found its item.</summary>
    public string Statements
    {
        get
        {
            Assert.Empty(Errors);
            const string position = "int item = gr_add32(gr_first_item, gr_id);\n";
            string body = BodyOf("K_Run");
            return body[(body.IndexOf(position, StringComparison.Ordinal) + position.Length)..];
        }
    }

    private static TranslatedSource Run(string code, bool mustCompile)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Kernels", [CSharpSyntaxTree.ParseText(Usings + code, parse, "kernels.cs")], References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        if (mustCompile)
            Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new KernelGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        if (mustCompile)
            Assert.Empty(updated.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return new TranslatedSource(
            result.Diagnostics, updated.Assembly.GetTypeByMetadataName("GpuRisk.Kernels.KernelSource"),
            result.GeneratedSources.Select(s => s.SourceText.ToString()).SingleOrDefault());
    }

    public static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Append(typeof(KernelAttribute).Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path));

    private static string Constant(INamedTypeSymbol? source, string name) =>
        (string?)source?.GetMembers(name).OfType<IFieldSymbol>().Single().ConstantValue ?? "";
}
