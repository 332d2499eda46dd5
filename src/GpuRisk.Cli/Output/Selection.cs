using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Output;

/// <summary>The accounts that are to be printed.</summary>
internal static class Selection
{
    /// <param name="only">Names; empty: all.</param>
    public static IEnumerable<AccountRisk> Of(IReadOnlyList<AccountRisk> accounts, string[] only)
    {
        HashSet<string> wanted = new(only, StringComparer.Ordinal);
        return accounts.Where(a => wanted.Count == 0 || wanted.Contains(a.Account));
    }
}
