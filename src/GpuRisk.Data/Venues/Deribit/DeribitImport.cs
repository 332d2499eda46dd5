using System.Diagnostics;
using GpuRisk.Data.Input;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Turns a snapshot of the venue's option chains and files of daily levels into a book.</summary>
public static class DeribitImport
{
    /// <exception cref="InvalidInputException">Something in the files is wrong; every problem is listed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one account is asked for.</exception>
    public static (Book Book, DeribitSummary Summary) Read(DeribitSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(sources.Accounts, 1);
        ProblemList problems = new();
        FileProblems chainProblems = problems.Of(sources.ChainFile);
        Chain? chain = ChainReader.Read(sources.ChainFile, chainProblems);
        HistoryFiles histories = HistoryFiles.Read(sources.Histories, problems);
        if (chain is null)
        {
            problems.ThrowIfAny();
            throw new UnreachableException("A chain that was not read has left a problem.");
        }

        LeftOutCounts leftOut = new(chain.AsOf, sources.Currencies);
        List<ChainRow> rows = [.. chain.Rows.Where(leftOut.Admits)];
        if (rows.Count == 0 && !chainProblems.Any)
            chainProblems.Add($"none of {chain.RowsRead} rows can be used ({string.Join(", ", leftOut.Rows.Select(r => $"{r.Rows}: {r.Reason}"))}); at least one option is expected");
        ChainMarket market = ChainMarket.Of(chain.AsOf, rows);
        FactorHistory? history = histories.Join(chain.AsOf, sources.Missing, [.. market.Market.Spots.Keys], chainProblems);
        PositionTable? positions = DeribitAccounts.Draw(market.Listings, market.Instruments.Count, sources.Accounts, sources.Seed);
        if (positions is null && !chainProblems.Any)
            chainProblems.Add("no option that can be used has an open interest, by which accounts are drawn; at least one is expected");
        problems.ThrowIfAny();
        return (MakeBook(sources, market, history!, positions!, histories.Proxies), Summarise(chain, leftOut, market, histories.Notes, rows));
    }

    private static Book MakeBook(DeribitSources sources, ChainMarket market, FactorHistory history, PositionTable positions, IReadOnlyList<FactorProxy> proxies) => new()
    {
        Name = sources.Name,
        Currency = "USD",
        Instruments = market.Instruments,
        Positions = positions,
        Market = market.Market,
        History = history,
        Settings = new BookSettings { Calibration = new CalibrationSettings { Missing = sources.Missing, Proxies = proxies } },
    };

    private static DeribitSummary Summarise(
        Chain chain, LeftOutCounts leftOut, ChainMarket market, IReadOnlyList<string> historyNotes, List<ChainRow> rows) => new()
    {
        AsOf = chain.AsOf,
        RowsRead = chain.RowsRead,
        RowsUsed = rows.Count,
        LeftOut = leftOut.Rows,
        Currencies = market.Currencies,
        Marks = [.. rows.Select(r => new InstrumentMark(r.Name, r.Mark))],
        Notes = [.. market.Notes, .. historyNotes],
    };
}
