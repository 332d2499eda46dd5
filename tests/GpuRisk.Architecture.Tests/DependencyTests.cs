namespace GpuRisk.Architecture.Tests;

/// <summary>Dependencies run one way, downwards.</summary>
public sealed class DependencyTests
{
    /// <summary>What each project may refer to, itself left out. A new project states here where it stands.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["GpuRisk.LaneGenerator"] = [],
        ["GpuRisk.KernelTranslator"] = [],
        ["GpuRisk.Kernels"] = ["GpuRisk.LaneGenerator", "GpuRisk.KernelTranslator"],
        ["GpuRisk.Accelerators"] = ["GpuRisk.Kernels"],
        ["GpuRisk.Domain"] = [],
        ["GpuRisk.Arrow"] = [],
        ["GpuRisk.Data"] = ["GpuRisk.Arrow", "GpuRisk.Domain"],
        ["GpuRisk.Reports"] = ["GpuRisk.Domain"],
        ["GpuRisk.Calibration"] = ["GpuRisk.Domain", "GpuRisk.Kernels"],
        ["GpuRisk.Simulation"] = ["GpuRisk.Domain", "GpuRisk.Kernels", "GpuRisk.Accelerators"],
        ["GpuRisk.Margin"] = ["GpuRisk.Domain", "GpuRisk.Kernels", "GpuRisk.Accelerators", "GpuRisk.Calibration", "GpuRisk.Simulation"],
        ["GpuRisk.Cli"] =
        [
            "GpuRisk.Domain", "GpuRisk.Kernels", "GpuRisk.Accelerators", "GpuRisk.Simulation", "GpuRisk.Margin", "GpuRisk.Data", "GpuRisk.Calibration",
            "GpuRisk.Reports",
        ],
    };

    /// <summary>What only a program may use: a console, a command line, a host.</summary>
    private static readonly string[] ForPrograms =
        ["System.CommandLine", "Spectre.Console", "Microsoft.Extensions.Hosting", "Microsoft.AspNetCore", "System.Console"];

    [Fact]
    public void Every_project_refers_downwards_only()
    {
        Assert.NotEmpty(ProjectFile.Product);
        Assert.All(ProjectFile.Product, project => AssertAllowed(project.Name, project.Projects));
    }

    [Fact]
    public void Every_assembly_uses_what_its_project_may_refer_to()
    {
        Assert.True(CompiledAssembly.Libraries.Count() >= 8, "The product's assemblies do not lie beside the tests.");
        Assert.All(CompiledAssembly.All, a => AssertAllowed(
            a.Name == "gpurisk" ? "GpuRisk.Cli" : a.Name, a.References.Where(r => r.StartsWith("GpuRisk.", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_table_of_arrows_has_no_cycle()
    {
        string[] Below(string project) => [.. Allowed[project].SelectMany(p => Below(p).Append(p))];
        Assert.All(Allowed.Keys, project => Assert.DoesNotContain(project, Below(project)));
    }

    [Fact]
    public void Only_programs_know_consoles_command_lines_and_hosts()
    {
        foreach (ProjectFile project in ProjectFile.Product.Where(p => p.Name is not ("GpuRisk.Cli" or "GpuRisk.Service")))
            Assert.DoesNotContain(project.Packages, IsForPrograms);
        foreach (CompiledAssembly assembly in CompiledAssembly.Libraries)
            Assert.DoesNotContain(assembly.References, IsForPrograms);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Places.Repository, "GpuRisk.sln")).Replace('\\', '/');
        Assert.All(ProjectFile.All, project => Assert.Contains($"\"{ProjectFile.Relative(project.Path)}\"", solution, StringComparison.Ordinal));
    }

    private static bool IsForPrograms(string reference) =>
        ForPrograms.Any(p => reference == p || reference.StartsWith(p + ".", StringComparison.Ordinal));

    private static void AssertAllowed(string project, IEnumerable<string> references)
    {
        Assert.True(Allowed.TryGetValue(project, out string[]? allowed), $"{project} is new: say in this test what it may refer to.");
        string[] wrong = [.. references.Except(allowed!)];
        Assert.True(wrong.Length == 0, $"{project} must not refer to {string.Join(", ", wrong)}.");
    }
}
