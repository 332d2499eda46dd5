using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Reads one snapshot of option chains, and reports every cell that contradicts itself, its row's name or the other rows.</summary>
internal sealed class ChainReader
{
    // Above 500 % as the whole file's median, a volatility is a percentage, and reading it as a fraction would be wrong by a hundred.
    private const double LargestMedianVolatility = 5;

    private readonly CsvTable table;
    private readonly ChainColumns columns;
    private readonly Dictionary<string, int> lineOf = [];
    private DateTimeOffset? asOf;

    private ChainReader(CsvTable table, ChainColumns columns)
    {
        this.table = table;
        this.columns = columns;
    }

    /// <returns>The rows that are well formed; null where the file is not a chain at all. Problems are on the list.</returns>
    public static Chain? Read(string path, FileProblems problems)
    {
        using CsvTable? table = CsvTable.Open(path, problems);
        if (table is null || ChainColumns.Find(table, problems) is not { } columns)
            return null;
        ChainReader reader = new(table, columns);
        List<ChainRow> rows = [];
        while (table.Read())
        {
            if (reader.Row() is { } row)
                rows.Add(row);
        }
        if (reader.asOf is not { } asOf)
            return null;
        double median = Middle.Of(rows.Select(r => r.Volatility).Where(v => !double.IsNaN(v))).Value;
        if (median > LargestMedianVolatility)
            problems.Add($"the median implied_volatility is {median:R}, a percentage; fractions, such as 0.55, are expected");
        return new Chain(asOf, table.Rows, rows);
    }

    private ChainRow? Row()
    {
        bool ok = Snapshot() & Name(out OptionTerms terms);
        ok &= Number(columns.Mark, "mark_price", leastIsZero: true, out double mark);
        ok &= Number(columns.Volatility, "implied_volatility", leastIsZero: true, out double volatility);
        ok &= Number(columns.OpenInterest, "open_interest", leastIsZero: true, out double openInterest);
        ok &= Number(columns.Index, "index_price", leastIsZero: false, out double index);
        ok &= Number(columns.FuturePrice, "futures_price", leastIsZero: false, out double future);
        ok &= Number(columns.Underlying, "underlying", leastIsZero: false, out double underlying);
        ok &= Future(terms, out string? futureName);
        if (!ok)
            return null;
        return new ChainRow
        {
            Name = table.Text(columns.Name),
            Terms = terms,
            Mark = mark,
            Volatility = volatility,
            OpenInterest = openInterest,
            Index = index,
            Forward = double.IsNaN(future) ? underlying : future,
            ForwardIsUnderlying = double.IsNaN(future),
            Future = futureName,
        };
    }

    private bool Snapshot()
    {
        if (!Instant(columns.Timestamp, "timestamp", out DateTimeOffset time))
            return false;
        asOf ??= time;
        if (time == asOf)
            return true;
        table.Report(columns.Timestamp, $"the timestamp differs from that of the first row, {asOf:O}; one snapshot a file is expected");
        return false;
    }

    /// <summary>The name's terms, once the columns have confirmed each of them.</summary>
    private bool Name(out OptionTerms terms)
    {
        string name = table.Text(columns.Name);
        if (!DeribitName.TryParseOption(name, out terms))
        {
            table.Report(columns.Name, $"instrument_name {Excerpt.Of(name)} is not an option's; a name such as BTC-25SEP26-70000-C is expected");
            return false;
        }
        bool ok = true;
        if (!lineOf.TryAdd(name, table.Line))
        {
            table.Report(columns.Name, $"instrument {name} stands on line {lineOf[name]} already; one row an instrument is expected");
            ok = false;
        }
        if (!DeribitContract.TryFind(terms.Prefix, out _))
        {
            table.Report(columns.Name, $"{Excerpt.Of(terms.Prefix)} is not a coin whose options settle in the coin; BTC or ETH is expected");
            ok = false;
        }
        ok &= Agrees(columns.Currency, "currency", terms.Prefix, table.Text(columns.Currency) == terms.Prefix);
        string right = terms.Right == OptionRight.Call ? "call" : "put";
        ok &= Agrees(columns.Right, "option_type", right, table.Text(columns.Right) == right);
        if (Instant(columns.Expiry, "expiry_datetime", out DateTimeOffset expiry))
            ok &= Agrees(columns.Expiry, "expiry_datetime", $"{terms.Expiry:yyyy-MM-dd'T'HH:mm:sszzz}", expiry == terms.Expiry);
        else
            ok = false;
        if (table.TryPositive(columns.Strike, "strike", out double strike))
            return ok & Agrees(columns.Strike, "strike", $"{terms.Strike:R}", strike == terms.Strike);
        return false;
    }

    private bool Agrees(int column, string what, string expected, bool agrees)
    {
        if (!agrees)
            table.Report(column, $"{what} {Excerpt.Of(table.Field(column))} contradicts the instrument's name; {expected} is expected");
        return agrees;
    }

    /// <summary>A listed future's name; null for the venue's synthetic ones and where none is named.</summary>
    private bool Future(OptionTerms terms, out string? future)
    {
        future = null;
        string name = table.Text(columns.Future);
        if (name.Length == 0 || IsNan(name) || name.StartsWith("SYN.", StringComparison.Ordinal))
            return true;
        if (DeribitName.TryParseFuture(name, out string prefix, out DateTimeOffset expiry)
            && (terms == default || (prefix == terms.Prefix && expiry == terms.Expiry)))
        {
            future = name;
            return true;
        }
        table.Report(columns.Future, $"futures_instrument_name {Excerpt.Of(name)} is not the future of the option's expiry; its name, one beginning with SYN. or nothing is expected");
        return false;
    }

    /// <summary>A finite number, or NaN where the cell is empty or says nan.</summary>
    private bool Number(int column, string what, bool leastIsZero, out double number)
    {
        number = double.NaN;
        if (table.Field(column).IsEmpty || IsNan(table.Text(column)))
            return true;
        if (!leastIsZero)
            return table.TryPositive(column, what, out number);
        if (!table.TryFinite(column, what, out number))
            return false;
        if (number >= 0)
            return true;
        table.Report(column, $"{what} {Excerpt.Of(table.Field(column))} is negative; a number from zero up, or nothing, is expected");
        return false;
    }

    private bool Instant(int column, string what, out DateTimeOffset instant)
    {
        if (Text.Instant.TryParse(table.Text(column), out instant))
            return true;
        table.Report(column, $"{what} {Excerpt.Of(table.Field(column))} is not an instant; {Text.Instant.Expectation}");
        return false;
    }

    private static bool IsNan(string text) => string.Equals(text, "nan", StringComparison.OrdinalIgnoreCase);
}

/// <param name="RowsRead">All rows of the file that have the header's number of fields.</param>
/// <param name="Rows">Those that are well formed.</param>
internal sealed record Chain(DateTimeOffset AsOf, int RowsRead, IReadOnlyList<ChainRow> Rows);
