using System.Xml.Linq;

namespace GpuRisk.Architecture.Tests;

/// <summary>What a project file says.</summary>
internal sealed record ProjectFile(string Path, string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    private static readonly string[] Roots = ["src", "kernels", "bench", "tests"];

    /// <summary>Every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Roots.Select(root => System.IO.Path.Combine(Places.Repository, root)).Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The projects of the product.</summary>
    public static IEnumerable<ProjectFile> Product => All.Where(p => Root(p.Path) is "src" or "kernels");

    /// <summary>The path from the repository's root, with slashes.</summary>
    public static string Relative(string path) => System.IO.Path.GetRelativePath(Places.Repository, path).Replace('\\', '/');

    private static string Root(string path) => Relative(path).Split('/')[0];

    private static ProjectFile Read(string path)
    {
        XDocument document = XDocument.Load(path);
        string[] Includes(string item) =>
            [.. document.Descendants(item).Select(e => (string?)e.Attribute("Include") ?? "").Where(include => include.Length > 0)];
        return new ProjectFile(
            path, System.IO.Path.GetFileNameWithoutExtension(path),
            [.. Includes("ProjectReference").Select(p => System.IO.Path.GetFileNameWithoutExtension(p.Replace('\\', '/')))],
            [.. Includes("PackageReference"), .. Includes("FrameworkReference")]);
    }
}
