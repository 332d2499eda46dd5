using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Output;

/// <summary>The accounts that are to be printed.</summary>
internal static class Selection
{
    /// <param name="only">Names; empty: all.</param>
    /// <exception cref="UsageException">A name is no account of the book.</exception>
    public static IEnumerable<AccountRisk> Of(IReadOnlyList<AccountRisk> accounts, string[] only)
    {
        if (only.Length == 0)
            return accounts;
        HashSet<string> wanted = new(only, StringComparer.Ordinal);
        AccountRisk[] found = [.. accounts.Where(a => wanted.Contains(a.Account))];
        wanted.ExceptWith(found.Select(a => a.Account));
        return wanted.Count == 0
            ? found
            : throw new UsageException($"--accounts: {string.Join(", ", wanted.Order(StringComparer.Ordinal))} not in the book.");
    }
}
