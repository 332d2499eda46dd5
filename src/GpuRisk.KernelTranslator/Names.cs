using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace GpuRisk.KernelTranslator;

/// <summary>
/// Names of C# as names of C. Functions, structs and kernels start with a capital, which locals and parameters never end up with, so
/// that no local hides a function.
/// </summary>
internal static class Names
{
    private static readonly HashSet<string> Reserved = new(
        (
            // C, C++
            "auto register signed unsigned restrict inline typedef union struct extern volatile asm goto sizeof switch case default enum "
            + "static const void and and_eq bitand bitor compl not not_eq or or_eq xor xor_eq alignas alignof class concept const_cast "
            + "consteval constexpr constinit co_await co_return co_yield decltype delete dynamic_cast explicit export friend mutable namespace "
            + "new noexcept nullptr operator private protected public reinterpret_cast requires static_assert static_cast template this "
            + "thread_local throw try catch typeid typename using virtual wchar_t char8_t char16_t char32_t typeof main "
            + "if else for while do break continue return true false linux unix i386 complex imaginary "
            // OpenCL C, CUDA
            + "kernel global local constant generic pipe read_only write_only read_write sampler_t event_t size_t ptrdiff_t intptr_t uintptr_t "
            + "image1d_t image2d_t image3d_t image1d_buffer_t image1d_array_t image2d_array_t dim3 threadIdx blockIdx blockDim gridDim warpSize"
        ).Split(' '));

    private static readonly Regex VectorType = new("^(bool|char|uchar|short|ushort|int|uint|long|ulong|float|double|half|quad)[0-9]*(x[0-9]+)?$");

    /// <summary>A local or parameter.</summary>
    public static string Variable(string name)
    {
        string ascii = Ascii(name);
        return IsTaken(ascii) || char.IsUpper(ascii[0]) ? ascii + "_" : ascii;
    }

    /// <summary>A field of a struct: macros and keywords reach these too.</summary>
    public static string Field(string name)
    {
        string ascii = Ascii(name);
        return IsTaken(ascii) || (ascii.Length > 1 && ascii.All(c => !char.IsLower(c))) ? ascii + "_" : ascii;
    }

    /// <summary>A function, struct or kernel.</summary>
    public static string Global(string name)
    {
        string ascii = Ascii(name);
        return char.IsUpper(ascii[0]) ? ascii : "T_" + ascii;
    }

    private static bool IsTaken(string name) =>
        name[name.Length - 1] == '_' || name.StartsWith("gr_", System.StringComparison.OrdinalIgnoreCase) || Reserved.Contains(name) || VectorType.IsMatch(name);

    private static string Ascii(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
            text.Append(c < 128 ? c.ToString() : "u" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        return text[0] == '_' ? "v" + text + "_" : text.ToString();
    }
}
