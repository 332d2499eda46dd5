using System.Text.RegularExpressions;

namespace GpuRisk.Architecture.Tests;

/// <summary>Rules on names and sizes, read from the source.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;

    [Fact]
    public void Nothing_is_named_after_a_drawer_for_everything()
    {
        string[] projects = [.. ProjectFile.All.Select(p => p.Name).Where(IsDrawer)];
        Assert.Empty(projects);
        foreach (string file in Files("src", "kernels", "bench", "tests"))
        {
            string[] types = [.. TypeName().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Where(IsDrawer)];
            Assert.True(types.Length == 0, $"{ProjectFile.Relative(file)}: {string.Join(", ", types)}");
            Assert.False(IsDrawer(Path.GetFileNameWithoutExtension(file)), file);
        }
    }

    [Theory]
    [InlineData("PriceUtils", true)]
    [InlineData("CsvHelpers", true)]
    [InlineData("BufferManager", true)]
    [InlineData("GpuRisk.Common", true)]
    [InlineData("CommonShock", false)]
    [InlineData("PriceRow", false)]
    public void A_drawer_is_known_by_its_last_word(string name, bool drawer) => Assert.Equal(drawer, IsDrawer(name));

    [Fact]
    public void Source_files_are_short()
    {
        Assert.All(Files("src", "kernels"), file =>
            Assert.True(File.ReadLines(file).Count() <= LongestFile, $"{ProjectFile.Relative(file)} has more than {LongestFile} lines."));
    }

    private static bool IsDrawer(string name) => Drawer().IsMatch(name);

    private static string[] Files(params string[] roots)
    {
        string[] files =
        [
            .. roots.Select(root => Path.Combine(Places.Repository, root)).Where(Directory.Exists)
                .SelectMany(root => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
                .Where(file => !ProjectFile.Relative(file).Split('/').Any(part => part is "obj" or "bin")),
        ];
        Assert.NotEmpty(files);
        return files;
    }

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum)\s+(?:struct\s+|class\s+)?([A-Za-z_]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Util|Utils|Utility|Utilities|Helper|Helpers|Common|Manager|Managers)$")]
    private static partial Regex Drawer();
}
