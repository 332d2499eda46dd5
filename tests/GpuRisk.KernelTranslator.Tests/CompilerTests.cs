using GpuRisk.Kernels;

namespace GpuRisk.KernelTranslator.Tests;

/// <summary>The translated kernels are accepted by a compiler of either dialect.</summary>
public sealed class CompilerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gpurisk-translated-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Clang_makes_PTX_without_headers_and_without_contraction()
    {
        string ptx = Path.Combine(folder.FullName, "kernels.ptx");
        HostCompiler.Run(
            Clang(), "-x", "cuda", "--cuda-device-only", "-nocudainc", "-nocudalib", "-S", "--cuda-gpu-arch=sm_70", "-ffp-contract=off", "-O3", "-Werror",
            Source("kernels.cu", KernelSource.Cuda), "-o", ptx);
        string text = File.ReadAllText(ptx);
        Assert.All(KernelSource.Kernels, kernel => Assert.Contains($".entry {kernel.Entry}(", text, StringComparison.Ordinal));
        // Only an operation with its rounding written is safe from fusion by the driver's compiler.
        Assert.DoesNotMatch(@"\b(add|sub|mul)\.f64", text);
        // What no path writes is read through the read-only cache.
        Assert.Contains("ld.global.nc.f64", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".extern", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clang_accepts_the_OpenCL_text() => HostCompiler.Run(
        Clang(), "-x", "cl", "-cl-std=CL1.2", "-Xclang", "-finclude-default-header", "-fsyntax-only", "-Werror", Source("kernels.cl", KernelSource.OpenCl));

    private static string Clang()
    {
        string? clang = HostCompiler.Find("clang");
        Assert.SkipWhen(clang is null, "clang is not installed.");
        return clang!;
    }

    private string Source(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
