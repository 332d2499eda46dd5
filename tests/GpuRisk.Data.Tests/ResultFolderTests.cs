using GpuRisk.Data.Results;

namespace GpuRisk.Data.Tests;

public sealed class ResultFolderTests
{
    [Fact]
    public void Nothing_bears_the_target_s_name_until_the_folder_is_complete()
    {
        using TemporaryFolder place = new();
        string target = place.At("out");
        using ResultFolder folder = ResultFolder.Begin(target);
        File.WriteAllText(folder.PathOf("margin.csv"), "x");

        Assert.False(Directory.Exists(target));
        Assert.Throws<InvalidOperationException>(folder.Complete);
        Assert.False(Directory.Exists(target));
        File.WriteAllText(folder.PathOf("manifest.json"), "{}");
        folder.Complete();

        Assert.Equal("x", File.ReadAllText(Path.Combine(target, "margin.csv")));
        Assert.Equal(["out"], place.Entries());
    }

    [Fact]
    public void A_folder_that_is_given_up_leaves_nothing()
    {
        using TemporaryFolder place = new();
        using (ResultFolder folder = ResultFolder.Begin(place.At("out")))
        {
            File.WriteAllText(folder.PathOf("manifest.json"), "{}");
            Assert.NotEmpty(place.Entries());
        }

        Assert.Empty(place.Entries());
    }

    [Fact]
    public void An_earlier_result_stays_until_the_new_one_is_complete()
    {
        using TemporaryFolder place = new();
        string target = place.At("out");
        WriteResult(target, "old");
        using (ResultFolder abandoned = ResultFolder.Begin(target))
            File.WriteAllText(abandoned.PathOf("manifest.json"), "abandoned");
        Assert.Equal("old", File.ReadAllText(Path.Combine(target, "manifest.json")));

        WriteResult(target, "new");

        Assert.Equal("new", File.ReadAllText(Path.Combine(target, "manifest.json")));
        Assert.Equal(["out"], place.Entries());
    }

    [Fact]
    public void Leftovers_of_killed_runs_are_removed_and_those_of_other_targets_are_not()
    {
        using TemporaryFolder place = new();
        Directory.CreateDirectory(place.At(".out.partial-0badcafe"));
        File.WriteAllText(Path.Combine(place.At(".out.partial-0badcafe"), "margin.csv"), "half");
        File.WriteAllText(place.At(".out.lock-0badcafe"), "");
        Directory.CreateDirectory(place.At(".other.partial-0badcafe"));

        WriteResult(place.At("out"), "new");

        Assert.Equal([".other.partial-0badcafe", "out"], place.Entries());
    }

    [Fact]
    public void A_result_that_a_killed_run_had_moved_aside_gets_its_name_back()
    {
        using TemporaryFolder place = new();
        Directory.CreateDirectory(place.At(".out.replaced-0badcafe"));
        File.WriteAllText(Path.Combine(place.At(".out.replaced-0badcafe"), "manifest.json"), "last complete");

        using (ResultFolder.Begin(place.At("out")))
            Assert.Equal("last complete", File.ReadAllText(Path.Combine(place.At("out"), "manifest.json")));

        Assert.Equal(["out"], place.Entries());
    }

    [Fact]
    public void The_work_of_a_living_run_for_the_same_target_is_left_alone()
    {
        using TemporaryFolder place = new();
        using ResultFolder first = ResultFolder.Begin(place.At("out"));
        File.WriteAllText(first.PathOf("manifest.json"), "first");

        WriteResult(place.At("out"), "second");
        Assert.True(File.Exists(first.PathOf("manifest.json")));
        first.Complete();

        Assert.Equal("first", File.ReadAllText(Path.Combine(place.At("out"), "manifest.json")));
        Assert.Equal(["out"], place.Entries());
    }

    [Fact]
    public void A_folder_of_other_files_is_refused_before_anything_is_written()
    {
        using TemporaryFolder place = new();
        Directory.CreateDirectory(place.At("out"));
        File.WriteAllText(Path.Combine(place.At("out"), "thesis.doc"), "");

        ResultFolderException thrown = Assert.Throws<ResultFolderException>(() => ResultFolder.Begin(place.At("out")));

        Assert.StartsWith(place.At("out") + ": holds other files and no manifest.json; ", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["out"], place.Entries());
    }

    [Fact]
    public void A_folder_that_gains_other_files_during_the_run_is_refused_and_kept()
    {
        using TemporaryFolder place = new();
        using ResultFolder folder = ResultFolder.Begin(place.At("out"));
        File.WriteAllText(folder.PathOf("manifest.json"), "{}");
        Directory.CreateDirectory(place.At("out"));
        File.WriteAllText(Path.Combine(place.At("out"), "thesis.doc"), "");

        Assert.Throws<ResultFolderException>(folder.Complete);

        Assert.True(File.Exists(Path.Combine(place.At("out"), "thesis.doc")));
    }

    [Fact]
    public void A_result_of_the_first_format_is_replaced()
    {
        using TemporaryFolder place = new();
        Directory.CreateDirectory(place.At("out"));
        foreach (string file in new[] { "manifest.json", "margin.csv", "measures.csv", "tail.csv", "components.csv", "report.html" })
            File.WriteAllText(Path.Combine(place.At("out"), file), "old");

        WriteResult(place.At("out"), "new");

        Assert.Equal(["manifest.json"], Directory.EnumerateFiles(place.At("out")).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        using TemporaryFolder place = new();
        Directory.CreateDirectory(place.At("out"));

        WriteResult(place.At("out") + Path.DirectorySeparatorChar, "new");

        Assert.Equal("new", File.ReadAllText(Path.Combine(place.At("out"), "manifest.json")));
    }

    [Theory]
    [InlineData("missing/out", "its parent folder")]
    [InlineData("file/out", "its parent folder")]
    [InlineData("file", "is a file")]
    [InlineData("bad\0name", "is not a path")]
    public void A_target_that_cannot_be_used_is_one_clear_line(string target, string message)
    {
        using TemporaryFolder place = new();
        File.WriteAllText(place.At("file"), "");

        ResultFolderException thrown = Assert.Throws<ResultFolderException>(() => ResultFolder.Begin(place.At(target)));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void A_place_that_does_not_take_the_name_is_one_clear_line()
    {
        using TemporaryFolder place = new();

        ResultFolderException thrown = Assert.Throws<ResultFolderException>(() => ResultFolder.Begin(place.At(new string('x', 250))));

        Assert.Contains("cannot be written", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(place.Entries());
    }

    [Theory]
    [InlineData("../margin.csv")]
    [InlineData("..")]
    [InlineData("a/b")]
    public void A_file_outside_the_folder_is_refused(string name)
    {
        using TemporaryFolder place = new();
        using ResultFolder folder = ResultFolder.Begin(place.At("out"));

        Assert.Throws<ArgumentException>(() => folder.PathOf(name));
    }

    private static void WriteResult(string target, string manifest)
    {
        using ResultFolder folder = ResultFolder.Begin(target);
        File.WriteAllText(folder.PathOf("manifest.json"), manifest);
        folder.Complete();
    }
}
