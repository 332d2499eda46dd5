namespace GpuRisk.Cli.Tests;

public sealed class SampleTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Fact]
    public void The_book_that_ships_is_what_sample_makes()
    {
        Assert.Contains(": 60 accounts, 250 instruments, 572 positions, 750 days of ", Gpurisk.Run("sample", place.At("book")).Done(), StringComparison.Ordinal);
        foreach (string path in Directory.EnumerateFiles(place.At("book")))
            Assert.Equal(File.ReadAllText(Path.Combine(SampleRun.Book, Path.GetFileName(path))), File.ReadAllText(path));
        Assert.Equal(7, Directory.GetFileSystemEntries(place.At("book")).Length);
    }

    [Fact]
    public void Sizes_and_seed_are_as_asked_for()
    {
        string output = Gpurisk.Run("sample", place.At("book"), "--accounts", "7", "--instruments", "40", "--history", "100", "--underlyings", "2", "--seed", "5").Done();
        Assert.Contains(": 7 accounts, 40 instruments, ", output, StringComparison.Ordinal);
        Assert.Contains(", 100 days of ", output, StringComparison.Ordinal);
        Assert.EndsWith(", seed 5\n", output, StringComparison.Ordinal);
        Gpurisk.Run("run", place.At("book"), "--out", place.At("result"), "--scenarios", "200").Done();
    }

    public void Dispose() => place.Dispose();
}
