using System.Reflection;

namespace GpuRisk.Architecture.Tests;

/// <summary>A result depends on its inputs alone: no state outlives a run, no clock, no sum whose order is left to chance.</summary>
public sealed class StateTests
{
    /// <summary>The properties by which a date is read off the clock.</summary>
    private static readonly string[] Clocks = ["get_Now", "get_UtcNow", "get_Today"];

    [Fact]
    public void No_static_field_can_change()
    {
        foreach (CompiledAssembly assembly in CompiledAssembly.All)
        {
            string[] fields =
            [
                .. Assembly.LoadFrom(assembly.File).GetTypes().Where(t => !IsGenerated(t))
                    .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    .Where(f => f is { IsInitOnly: false, IsLiteral: false })
                    .Select(f => $"{f.DeclaringType}.{f.Name}"),
            ];
            Assert.True(fields.Length == 0, $"{assembly.Name}: {string.Join(", ", fields)}");
        }
    }

    [Fact]
    public void Only_programs_read_the_clock() => AssertUnused(
        use => use.Type is "System.DateTime" or "System.DateTimeOffset" && Clocks.Contains(use.Member)
            || use is { Type: "System.TimeProvider", Member: "get_System" });

    [Fact]
    public void Only_programs_write_to_the_console() => AssertUnused(use => use.Type == "System.Console");

    [Fact]
    public void No_floating_point_number_is_added_atomically() => AssertUnused(
        use => use.Type == "System.Threading.Interlocked" && use.Types.Any(t => t.TrimEnd('&') is "Double" or "Single"));

    [Fact]
    public void Uses_are_seen_with_their_types()
    {
        // What the libraries do use, so that an empty list of what they must not use means something.
        MemberUse[] uses = [.. CompiledAssembly.Libraries.SelectMany(a => a.Uses)];
        Assert.Contains(uses, u => u is { Type: "System.Threading.Interlocked", Member: "Increment" } && u.Types.Contains("Int32&"));
        Assert.Contains(uses, u => u is { Type: "System.Math", Member: "Sqrt" } && u.Types.Contains("Double"));
    }

    /// <summary>Types that the compiler writes: closures keep their delegates in static fields.</summary>
    private static bool IsGenerated(Type type) =>
        type.FullName!.Contains('<', StringComparison.Ordinal) || type.Namespace?.EndsWith(".Generated", StringComparison.Ordinal) == true;

    private static void AssertUnused(Predicate<MemberUse> forbidden)
    {
        foreach (CompiledAssembly assembly in CompiledAssembly.Libraries)
        {
            string[] uses = [.. assembly.Uses.Where(u => forbidden(u)).Select(u => u.ToString())];
            Assert.True(uses.Length == 0, $"{assembly.Name}: {string.Join(", ", uses)}");
        }
    }
}
