using GpuRisk.Cli.Runs;
using GpuRisk.Domain.Input;

namespace GpuRisk.Cli.Tests;

/// <summary>Tables in Arrow are in use while a run computes; those in CSV have been read.</summary>
public sealed class FileStampTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Fact]
    public void Only_what_is_used_in_place_must_stay_as_it_is()
    {
        string folder = place.Path;
        place.Write("positions.arrow", "as it was");
        place.Write("market.csv", "as it was");
        FileStamp[] stamps = FileStamps.Of(folder);
        FileStamps.RequireUnchanged(folder, stamps);

        place.Write("market.csv", "changed since");
        FileStamps.RequireUnchangedInPlace(folder, stamps);
        Assert.Throws<InvalidInputException>(() => FileStamps.RequireUnchanged(folder, stamps));

        place.Write("positions.arrow", "changed since");
        Assert.Contains("its files changed while they were read", Assert.Throws<InvalidInputException>(() => FileStamps.RequireUnchangedInPlace(folder, stamps)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();
}
