namespace GpuRisk.Data.Samples;

/// <summary>The numbered random streams of a book: each part draws from its own.</summary>
internal static class SampleStream
{
    public const ulong Market = 0;

    public static ulong Underlying(int index) => (1UL << 32) + (ulong)index;

    public static ulong Path(int index) => (2UL << 32) + (ulong)index;

    public static ulong Account(int index) => (3UL << 32) + (ulong)index;

    public static ulong Collateral(int index) => (4UL << 32) + (ulong)index;
}
