using GpuRisk.Data.Input;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>Reads a book from its folder.</summary>
public static class BookReader
{
    /// <summary>
    /// Reads every table, gathers every problem of all of them, and returns a book only where there is none. Files in
    /// problems are named relative to <paramref name="folder"/>.
    /// </summary>
    /// <exception cref="InvalidInputException">Something is wrong; all that is, up to 100 problems a file.</exception>
    public static Book Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        BookFolder.Require(folder);
        ProblemList problems = new();
        BookHeader header = BookHeader.Read(folder, problems.Of(BookFiles.Settings));
        BookFolder tables = BookFolder.Open(folder, problems);
        FileProblems instrumentProblems = problems.Of(tables.Instruments);
        InstrumentTable instruments = InstrumentReader.Read(tables, header.AsOf, instrumentProblems);
        PositionTable? positions = PositionReader.Read(tables, instruments, problems.Of(tables.Positions), out bool hasEveryAccount);
        header.CheckAccount(hasEveryAccount ? positions?.Accounts : null, problems.Of(BookFiles.Settings));
        MarketTable market = MarketReader.Read(tables, instruments, problems.Of(tables.Market));
        FactorHistory? history = HistoryReader.Read(
            tables, header.AsOf, header.Settings.Calibration, problems.Of(tables.History));
        CorrelationTable? correlation = CorrelationReader.Read(tables, history, header.Settings.Calibration.Proxies, problems.Of(tables.Correlation));
        CollateralAssets assets = new(header.Currency, market, instruments);
        HaircutTable? haircuts = HaircutReader.Read(tables, assets, problems.Of(tables.Haircuts));
        IReadOnlyList<CollateralHolding>? collateral = CollateralReader.Read(
            tables, hasEveryAccount ? positions?.Accounts : null, assets, haircuts, problems.Of(tables.Collateral));
        BookConsistency.Check(instruments, market, history, header.Settings.Calibration.Proxies, instrumentProblems);
        if (problems.Any)
            positions?.Dispose();
        problems.ThrowIfAny();
        return Assemble(header, instruments, positions!, market, history!, correlation, collateral, haircuts?.Schedules);
    }

    private static Book Assemble(
        BookHeader header, InstrumentTable instruments, PositionTable positions, MarketTable market, FactorHistory history, CorrelationTable? correlation,
        IReadOnlyList<CollateralHolding>? collateral, IReadOnlyList<HaircutSchedule>? haircuts) => new()
        {
            Name = header.Name!,
            Currency = header.Currency!,
            Instruments = [.. instruments.Rows.Select(instrument => instrument!)],
            Positions = positions,
            Market = new MarketSnapshot
            {
                AsOf = header.AsOf!.Value,
                Spots = market.Spots,
                Forwards = market.Forwards,
                Volatilities = market.Volatilities,
                Rates = market.Rates,
            },
            History = history,
            Correlation = correlation,
            Collateral = collateral,
            Haircuts = haircuts,
            Settings = header.Settings,
        };
}
