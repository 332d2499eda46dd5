using GpuRisk.Data.Books;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests;

/// <summary>The examples of data/README.md are read as they stand, so that the page stays true.</summary>
public sealed class DocumentedExampleTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Places.Repository, "data", "README.md"));

    [Fact]
    public void The_documented_book_can_be_read_and_shows_the_defaults()
    {
        using TemporaryFolder folder = new();
        foreach (string file in BookFiles.All)
            File.WriteAllText(folder.At(file), Example(file));

        Book book = BookReader.Read(folder.Path);

        Assert.Equal(5, book.Instruments.Count);
        Assert.Equal(["alice", "bob"], book.Positions.Accounts);
        Assert.Equal(new SimulationSettings(), book.Settings.Simulation);
        Assert.Equal(new CalibrationSettings(), book.Settings.Calibration);
        MarginSettings standard = new();
        Assert.Equal(standard.Report, book.Settings.Margin.Report);
        Assert.Equal(standard, book.Settings.Margin with { Report = standard.Report });
    }

    [Fact]
    public void The_documented_scenarios_can_be_read()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.At("shocks.csv"), Example("Outside scenarios"));

        ShockMatrix shocks = ShockReader.Read(folder.At("shocks.csv"));

        Assert.Equal(["2020-03-12", "up 10 %"], shocks.Labels);
    }

    /// <summary>The first block of code below a heading.</summary>
    private static string Example(string heading)
    {
        int section = Page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(section >= 0, heading);
        int fence = Page.IndexOf("```", section, StringComparison.Ordinal);
        int start = Page.IndexOf('\n', fence) + 1;
        return Page[start..Page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
