using System.Globalization;
using GpuRisk.Data.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>The history files of an import, read and then joined to one table of days and factors.</summary>
internal sealed class HistoryFiles
{
    // As a median, 5 is 500 % as a fraction and 5 % as a percentage: no coin's volatility index is near either.
    private const double LargestFraction = 5;

    private readonly List<HistorySeries> series = [];
    private readonly ProblemList problems;
    private readonly List<string> notes = [];
    private readonly List<FactorProxy> proxies = [];
    private bool unreadable;

    private HistoryFiles(ProblemList problems) => this.problems = problems;

    public IReadOnlyList<string> Notes => notes;

    /// <summary>Of volatilities without a history; complete once the files are joined.</summary>
    public IReadOnlyList<FactorProxy> Proxies => proxies;

    public static HistoryFiles Read(IReadOnlyList<HistorySource> sources, ProblemList problems)
    {
        HistoryFiles files = new(problems);
        HashSet<FactorId> given = [];
        foreach (HistorySource source in sources)
        {
            FileProblems ofFile = problems.Of(source.Path);
            if (!given.Add(source.Factor))
                ofFile.Add($"{source.Factor} is given a second file; one file a factor is expected");
            else
                files.Add(source, ofFile);
        }
        return files;
    }

    /// <summary>Joins the files on their days, up to and including the as-of date.</summary>
    /// <param name="currencies">Each needs its spot; what else it lacks is noted.</param>
    /// <returns>Null where there is nothing to join.</returns>
    public FactorHistory? Join(DateTimeOffset asOf, MissingRule missing, IReadOnlyList<string> currencies, FileProblems chainProblems)
    {
        HashSet<FactorId> given = [.. series.Select(s => s.Factor)];
        foreach (string currency in currencies)
        {
            if (!given.Contains(new FactorId(FactorKind.Spot, currency)) && !unreadable)
                chainProblems.Add($"no spot:{currency} history is given; one for every currency of the chain is expected, such as spot:{currency}=FILE");
            if (!given.Contains(new FactorId(FactorKind.Vol, currency)))
                AddVolatilityProxy(currency, given);
            if (!given.Contains(new FactorId(FactorKind.Basis, currency)))
                Note($"no basis:{currency} history given: the carry of {currency} forwards stays constant");
        }
        foreach (FactorId idle in given.Where(f => f.Kind != FactorKind.Rate && currencies.Count > 0 && !currencies.Contains(f.Name)))
            Note($"{idle} moves nothing in this chain; its days still limit the history");
        return series.Count == 0 || unreadable ? null : HistoryJoin.Of(series, asOf, missing, problems, notes);
    }

    /// <summary>A volatility without a history follows its own spot as another currency's does; where there is none to learn from, it stays, which is said.</summary>
    private void AddVolatilityProxy(string currency, HashSet<FactorId> given)
    {
        FactorId spot = new(FactorKind.Spot, currency);
        FactorId? like = series.Select(s => s.Factor)
            .Where(f => f.Kind == FactorKind.Vol && given.Contains(new FactorId(FactorKind.Spot, f.Name))).Cast<FactorId?>().FirstOrDefault();
        if (like is not { } pattern || !given.Contains(spot))
        {
            Note($"no vol:{currency} history given: {currency} volatilities stay constant");
            return;
        }
        FactorId likeOf = new(FactorKind.Spot, pattern.Name);
        proxies.Add(new FactorProxy(new FactorId(FactorKind.Vol, currency), spot, Like: pattern, LikeOf: likeOf));
        Note($"no vol:{currency} history given: it is regressed on {spot} as {pattern} is on {likeOf}, residual included (calibration.proxies of book.json)");
    }

    private void Add(HistorySource source, FileProblems ofFile)
    {
        HistoryBuilder builder = new(source, ofFile);
        // One file may serve two factors; what is wrong in it was then said already.
        if (!ofFile.Any && TextFile.IsUsable(source.Path, ofFile))
        {
            if (StartsAsArray(source.Path))
                HistoryJson.Read(source.Path, builder, ofFile);
            else
                HistoryCsv.Read(source.Path, builder, ofFile);
        }
        HistorySeries read = builder.Build();
        unreadable |= ofFile.Any;
        if (read.Unknown > 0)
            Note($"{source.Factor}: {read.Unknown} days without a level");
        series.Add(source.Factor.Kind == FactorKind.Vol ? AsFractions(read) : read);
    }

    private HistorySeries AsFractions(HistorySeries read)
    {
        double median = Middle.Of(read.Levels.Select(l => l.Value)).Value;
        if (!(median > LargestFraction))
            return read;
        Note($"{read.Factor}: the median level is {median:R}, above {LargestFraction}, so the file is read as per cent and divided by 100");
        return read with { Levels = [.. read.Levels.Select(l => l with { Value = l.Value / 100 })] };
    }

    private static bool StartsAsArray(string path)
    {
        using StreamReader text = new(path);
        int character = text.Read();
        while (character >= 0 && char.IsWhiteSpace((char)character))
            character = text.Read();
        return character == '[';
    }

    private void Note(FormattableString note) => notes.Add(note.ToString(CultureInfo.InvariantCulture));
}
