using GpuRisk.Data.Input;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>What <c>book.json</c> says. Null is what it does not say, or says wrongly; the problem is then on the list.</summary>
internal sealed record BookHeader(string? Name, DateTimeOffset? AsOf, string? Currency, BookSettings Settings)
{
    /// <summary>Where <c>simulation.account</c> stands; null where there is none.</summary>
    private JsonPlaced? Account { get; init; }

    public static BookHeader Read(string folder, FileProblems problems)
    {
        JsonPlaced? root = JsonTreeReader.Read(Path.Combine(folder, BookFiles.Settings), problems);
        if (root is null)
            return new BookHeader(null, null, null, new BookSettings());
        JsonObjectReader json = new(root, problems);
        BookHeader header = new(
            json.Name("name"), json.Instant("asOf", required: true), json.Name("currency"), BookSettingsReader.ReadSections(json))
        {
            Account = root.Nearest("simulation.account"),
        };
        json.RejectUnknown();
        return header;
    }

    /// <summary>Reports an account to compute that is not in the book.</summary>
    /// <param name="accounts">Null where they are not known.</param>
    public void CheckAccount(IReadOnlyList<string>? accounts, FileProblems problems)
    {
        if (Settings.Simulation.Account is not { } account || accounts is null || accounts.Contains(account, StringComparer.Ordinal))
            return;
        problems.Add(Account!.Line, Account.Column, $"account is {Excerpt.Of(account)}, which has no positions; an account of the positions is expected");
    }
}
