using System.Diagnostics;
using System.Text.RegularExpressions;
using GpuRisk.Accelerators.Cuda;
using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.Tests.Cuda;

/// <summary>The PTX that the program carries: built from the kernels as they are, and exact in every instruction.</summary>
public sealed partial class KernelsPtxTests
{
    private const string Remedy = "run kernels/ptx.sh and commit what it writes";

    /// <summary>Floating instructions that round nothing: they have no rounding to name.</summary>
    private static readonly string[] Exact = ["abs", "neg", "min", "max", "copysign", "mov", "selp", "setp", "ld", "st"];

    /// <summary>The instructions that round once, as IEEE 754 asks.</summary>
    private static readonly string[] Rounded = ["add", "sub", "mul", "fma", "div", "sqrt", "rcp"];

    private static string Translated(string file) => Path.Combine(Places.Repository, "kernels", "GpuRisk.Kernels", "Translated", file);

    [Fact]
    public void The_ptx_was_built_from_the_kernels_as_they_are()
    {
        var ptx = new PtxText(File.ReadAllText(Translated("kernels.ptx")));
        Assert.True(ptx.SourceSha256 == PtxText.Sha256(File.ReadAllText(Translated("kernels.cu"))), $"kernels.ptx is not of kernels.cu; {Remedy}.");
        Assert.True(ptx.SourceSha256 == PtxText.Sha256(KernelSource.Cuda), $"kernels.ptx is not of KernelSource.Cuda; run kernels/translate.sh, {Remedy}.");
        Assert.Equal(ptx.Text, PtxText.Embedded().Text);
    }

    [Fact]
    public void The_header_tells_compiler_and_flags()
    {
        string[] header = [.. File.ReadLines(Translated("kernels.ptx")).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))];
        Assert.Contains(header, line => line.StartsWith("// compiler: ", StringComparison.Ordinal) && line.Contains("clang", StringComparison.Ordinal));
        Assert.Contains(header, line => line.StartsWith("// flags: ", StringComparison.Ordinal) && line.Contains("-ffp-contract=off", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kernel_is_in_the_ptx_with_the_parameters_of_its_signature()
    {
        string text = PtxText.Embedded().Text;
        Assert.NotEmpty(KernelSource.Kernels);
        foreach (KernelSignature kernel in KernelSource.Kernels)
        {
            Match entry = Regex.Match(text, $@"\.entry {kernel.Entry}\((.*?)\)", RegexOptions.Singleline);
            Assert.True(entry.Success, $"{kernel.Entry} is missing; {Remedy}.");
            string[] types = [.. ParameterType().Matches(entry.Groups[1].Value).Select(m => m.Groups[1].Value)];
            string[] expected = [.. Enumerable.Repeat("u32", kernel.HasRows ? 3 : 2), .. kernel.Parameters.Select(TypeOf)];
            Assert.Equal(expected, types);
        }
    }

    [Fact]
    public void Every_floating_instruction_is_exact_or_rounds_to_nearest()
    {
        string[] floating = [.. Instructions(PtxText.Embedded().Text).Where(opcode => opcode.Contains(".f32", StringComparison.Ordinal) || opcode.Contains(".f64", StringComparison.Ordinal))];
        Assert.True(floating.Length > 1000, "The kernels are full of arithmetic.");
        Assert.All(floating, opcode => Assert.True(IsExactOrRounded(opcode), $"{opcode} is not exact and does not round to nearest."));
    }

    [Theory]
    [InlineData("add.rn.f64", true)]
    [InlineData("add.f64", false)]
    [InlineData("add.rz.f64", false)]
    [InlineData("fma.rn.ftz.f32", false)]
    [InlineData("div.full.f32", false)]
    [InlineData("sqrt.approx.f32", false)]
    [InlineData("ex2.approx.f32", false)]
    [InlineData("cvt.rn.f32.f64", true)]
    [InlineData("cvt.rz.f32.f64", false)]
    [InlineData("cvt.f64.f32", true)]
    [InlineData("cvt.rzi.s32.f64", true)]
    [InlineData("cvt.rn.f64.s32", true)]
    [InlineData("ld.global.nc.v2.f64", true)]
    public void What_counts_as_exact_is_known(string opcode, bool exact) => Assert.Equal(exact, IsExactOrRounded(opcode));

    [Fact]
    public void The_compiler_fuses_what_the_source_fuses_and_nothing_else()
    {
        // One written fma, and a product and a sum that stay two.
        string[] opcodes = Compile(
            """
            extern "C" __attribute__((global)) void k(double a, double b, double* y)
            {
                y[0] = a * b + a;
                y[1] = __builtin_fma(a, b, a) - b * b;
            }
            """);
        Assert.Single(opcodes, "fma.rn.f64");
        Assert.Equal(2, opcodes.Count(o => o == "mul.rn.f64"));
        Assert.Equal(2, opcodes.Count(o => o is "add.rn.f64" or "sub.rn.f64"));
    }

    [Fact]
    public void The_script_writes_the_committed_ptx_anew()
    {
        // Another compiler may choose other registers; the same one must give the same text.
        string committed = File.ReadAllText(Translated("kernels.ptx"));
        string compiler = Tool("clang", "--version")?.Split('\n')[0] ?? "";
        Assert.SkipWhen(compiler.Length == 0, "clang is not installed.");
        Assert.SkipUnless(committed.Contains($"// compiler: {compiler}\n", StringComparison.Ordinal), $"The PTX was built by another compiler than {compiler}.");
        string body = committed[committed.IndexOf("\n//\n", StringComparison.Ordinal)..].Trim();
        Assert.Equal(body, CompileFile(Translated("kernels.cu")).Trim());
    }

    [Theory]
    [InlineData("sm_70")]
    [InlineData("sm_80")]
    [InlineData("sm_90")]
    public void Nvidia_s_assembler_takes_the_ptx(string architecture)
    {
        Assert.SkipWhen(Tool("ptxas", "--version") is null, "ptxas of the CUDA toolkit is not installed.");
        string target = Path.GetTempFileName();
        try
        {
            Assert.NotNull(Tool("ptxas", "-arch", architecture, Translated("kernels.ptx"), "-o", target));
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static bool IsExactOrRounded(string opcode)
    {
        string[] parts = opcode.Split('.');
        if (parts.Any(part => part is "approx" or "ftz" or "full" or "sat"))
            return false;
        if (parts[0] != "cvt")
            return Exact.Contains(parts[0]) || (Rounded.Contains(parts[0]) && parts[1] == "rn");
        bool toInteger = parts[^2][0] is not 'f', widens = parts[^2] == "f64" && parts[^1] == "f32";
        return toInteger ? parts[1] is "rzi" or "rni" or "rmi" or "rpi" : widens ? parts.Length == 3 : parts[1] is "rn" or "rni" or "rzi" or "rmi" or "rpi";
    }

    private static IEnumerable<string> Instructions(string ptx) => Opcode().Matches(ptx).Select(match => match.Groups[1].Value);

    private static string[] Compile(string source)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, source);
            return [.. Instructions(CompileFile(file))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>With the flags that the committed PTX was built with.</summary>
    private static string CompileFile(string source)
    {
        Assert.SkipWhen(Tool("clang", "--version") is null, "clang is not installed.");
        string flags = File.ReadLines(Translated("kernels.ptx")).First(line => line.StartsWith("// flags: ", StringComparison.Ordinal))["// flags: ".Length..];
        string? text = Tool("clang", [.. flags.Split(' '), source, "-o", "-"]);
        Assert.NotNull(text);
        return text;
    }

    private static string TypeOf(KernelParameter parameter) => parameter.Kind switch
    {
        KernelParameterKind.Int or KernelParameterKind.UInt => "u32",
        KernelParameterKind.Double => "f64",
        _ => "u64",
    };

    /// <summary>What a tool prints; null where it is not installed or fails.</summary>
    private static string? Tool(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = errors.Result;
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\.param\s+\.(\w+)")]
    private static partial Regex ParameterType();

    [GeneratedRegex(@"^\s+(?:@!?%p\d+\s+)?([a-z][a-z0-9]*(?:\.[a-z0-9_]+)*)\s", RegexOptions.Multiline)]
    private static partial Regex Opcode();
}
