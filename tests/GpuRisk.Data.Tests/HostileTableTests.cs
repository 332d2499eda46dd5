using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Tests;

/// <summary>One place of a sound book is spoilt; exactly one problem is found, at that place.</summary>
public sealed class HostileTableTests
{
    /// <summary>File, sound text (in the file once), spoilt text, place of the problem, part of its message.</summary>
    public static TheoryData<string, string, string, string, string> InstrumentCases { get; } = new()
    {
        { "instruments.csv", "strike,right", "right", "instruments.csv:1:1", "column 'strike' is missing" },
        { "instruments.csv", "reference\n", "reference,strike\n", "instruments.csv:1:69", "column 'strike' appears twice" },
        { "instruments.csv", "reference\n", "reference,note\n", "instruments.csv:1:69", "column 'note' is unknown" },
        { "instruments.csv", "BTC,spot,BTC,,,,,\n", "BTC,spot,BTC,,,,,,\n", "instruments.csv:2:19", "the row has 9 fields; 8" },
        { "instruments.csv", "BTC,spot,BTC,,,,,\n", "BTC,spot,BTC,,\n", "instruments.csv:2:15", "the row has 5 fields; 8" },
        { "instruments.csv", "BTC,spot", "BTC,swap", "instruments.csv:2:5", "kind 'swap' is unknown; spot | linear-option" },
        { "instruments.csv", "BTC,spot", "BTC,Spot", "instruments.csv:2:5", "kind 'Spot' is unknown" },
        { "instruments.csv", "BTC,spot,BTC,", "BTC,spot,,", "instruments.csv:2:10", "underlying is empty; a name" },
        { "instruments.csv", "BTC-PERP,inverse", " BTC-PERP,inverse", "instruments.csv:6:1", "instrument ' BTC-PERP' is not a name" },
        { "instruments.csv", "100000,call", "-100000,call", "instruments.csv:3:47", "strike '-100000' is not positive" },
        { "instruments.csv", "100000,call", "NaN,call", "instruments.csv:3:47", "strike 'NaN' is not a number" },
        { "instruments.csv", "100000,call", "Infinity,call", "instruments.csv:3:47", "strike 'Infinity' is not a number" },
        { "instruments.csv", "100000,call", "1e-400,call", "instruments.csv:3:47", "strike '1e-400' is not a number" },
        { "instruments.csv", "100000,call", "\"100,000\",call", "instruments.csv:3:47", "strike '100,000' is not a number" },
        { "instruments.csv", "100000,call", "100000,CALL", "instruments.csv:3:54", "right 'CALL' is unknown; call | put" },
        { "instruments.csv", "BTC,2026-03-27T08:00:00Z,100000", "BTC,2026-03-27T08:00:00,100000", "instruments.csv:3:26", "is not an instant; an ISO 8601 instant with an offset" },
        { "instruments.csv", "BTC,2026-03-27T08:00:00Z,100000", "BTC,27MAR26,100000", "instruments.csv:3:26", "expiry '27MAR26' is not an instant" },
        { "instruments.csv", "90000,put,0.1,", "90000,put,0,", "instruments.csv:4:61", "multiplier '0' is not positive" },
        { "instruments.csv", "90000,put,0.1,", "90000,put,0.1,5", "instruments.csv:4:65", "reference '5' does not apply to a linear-option" },
        { "instruments.csv", "08:00Z,,,1", "08:00Z,7,,1", "instruments.csv:5:43", "strike '7' does not apply to a linear-future" },
        { "instruments.csv", "1,95000", "1,-95000", "instruments.csv:5:47", "reference '-95000' is not positive" },
        { "instruments.csv", "perpetual,BTC,,,", "perpetual,BTC,2026-03-27T08:00Z,,", "instruments.csv:6:32", "does not apply to a inverse-perpetual" },
        { "instruments.csv", "BTC-PERP,inverse", "\"BTC-PERP,inverse", "instruments.csv:6:1", "a quoted field is not closed on its line" },
        { "instruments.csv", "inverse-option,BTC", "inverse\"-option,BTC", "instruments.csv:3:14", "a quote stands within an unquoted field" },
        { "instruments.csv", "BTC-C,inverse", "\"BTC\"-C,inverse", "instruments.csv:3:6", "text follows a closing quote" },
    };

    public static TheoryData<string, string, string, string, string> PositionCases { get; } = new()
    {
        { "positions.csv", "instrument,quantity", "quantity", "positions.csv:1:1", "column 'instrument' is missing" },
        { "positions.csv", "A2,BTC-C,-3", "A2,ETH-C,-3", "positions.csv:3:4", "instrument 'ETH-C' is not in instruments.csv" },
        { "positions.csv", "A2,BTC-C,-3", "A2,,-3", "positions.csv:3:4", "instrument is empty" },
        { "positions.csv", "A2,BTC-C,-3", ",BTC-C,-3", "positions.csv:3:1", "account is empty; a name" },
        { "positions.csv", "A2,BTC-C,-3", "A2,BTC-C,", "positions.csv:3:10", "quantity is empty; a finite number" },
        { "positions.csv", "A2,BTC-C,-3", "A2,BTC-C,three", "positions.csv:3:10", "quantity 'three' is not a number" },
        { "positions.csv", "A2,BTC-C,-3", "A2,BTC-C, 3", "positions.csv:3:10", "quantity ' 3' is not a number" },
        { "positions.csv", "A2,BTC-C,-3", "A2,BTC-C,1e999", "positions.csv:3:10", "quantity '1e999' is not a number" },
        { "positions.csv", "A2,BTC-C,-3", "A2,BTC-C,-1.1e15", "positions.csv:3:10", "quantity '-1.1e15' is too large" },
        { "positions.csv", "A2,BTC-C,-3", "A2,\"BTC-\e[2JC\",-3", "positions.csv:3:4", @"instrument 'BTC-\u001b[2JC' is not in" },
        { "positions.csv", "A1,BTC-PERP,100", "A1,BTC,100", "positions.csv:4:1", "account 'A1' holds this instrument in line 2 too" },
        { "positions.csv", "A1,BTC-PERP,100", "Émile,BTC-PERP,1,00", "positions.csv:4:18", "the row has 4 fields; 3" },
    };

    public static TheoryData<string, string, string, string, string> MarketCases { get; } = new()
    {
        { "market.csv", "spot,BTC,,95000", "spot,ETH,,95000", "instruments.csv:2:10", "no spot of 'BTC' in market.csv" },
        { "market.csv", "spot,BTC,,95000", "spot,BTC,,0", "market.csv:2:11", "spot '0' is not positive" },
        { "market.csv", "spot,BTC,,95000", "spot,BTC,2026-03-27T08:00Z,95000", "market.csv:2:10", "does not apply to a spot" },
        { "market.csv", "forward,BTC,2026-03-27T08:00:00Z,96000", "forward,BTC,,96000", "market.csv:3:13", "expiry is empty" },
        { "market.csv", "volatility,BTC-C,,0.6\n", "", "instruments.csv:3:1", "no volatility of 'BTC-C' in market.csv" },
        { "market.csv", "volatility,BTC-C,,0.6\n", "volatility,BTC-C,,-0.6\n", "market.csv:4:19", "volatility '-0.6' is not positive" },
        { "market.csv", "volatility,BTC-C,,0.6\n", "volatility,BTC-C,,60%\n", "market.csv:4:19", "volatility '60%' is not a number" },
        { "market.csv", "rate,USD,,0.04", "rate,USD,,", "market.csv:6:11", "rate is empty" },
        { "market.csv", "rate,USD,,0.04", "yield,USD,,0.04", "market.csv:6:1", "quantity 'yield' is unknown; spot | forward | volatility | rate" },
        { "market.csv", "rate,USD,,0.04", "volatility,BTC-P,,0.7", "market.csv:6:12", "the volatility of 'BTC-P' appears twice" },
        { "market.csv", "rate,USD,,0.04", "volatility,BTC-X,,0.7", "market.csv:6:12", "volatility of 'BTC-X', which is not in instruments.csv" },
        { "market.csv", "rate,USD,,0.04", "volatility,BTC-F,,0.7", "market.csv:6:12", "which is a linear-future; an option is expected" },
        { "market.csv", "rate,USD,,0.04", "forward,BTC,2026-03-27T09:00:00+01:00,96000", "market.csv:6:9", "the forward of 'BTC' appears twice" },
    };

    public static TheoryData<string, string, string, string, string> HistoryCases { get; } = new()
    {
        { "history.csv", "date,spot", "day,spot", "history.csv:1:1", "the first column is 'day'; 'date' is expected" },
        { "history.csv", "2026-01-08,", "08/01/2026,", "history.csv:3:1", "date '08/01/2026' is not a date" },
        { "history.csv", "2026-01-10,", "2026-01-09,", "history.csv:5:1", "date 2026-01-09 appears twice" },
        { "history.csv", "2026-01-10,", "2026-01-06,", "history.csv:5:1", "date 2026-01-06 comes after 2026-01-09; dates in ascending order" },
        { "history.csv", "2026-01-09,94800,0.62,-0.01\n", "", "history.csv:4:1", "1 day is missing between 2026-01-08 and 2026-01-10; every calendar day" },
        { "history.csv", "94800,", "0,", "history.csv:4:12", "level '0' is not positive" },
        { "history.csv", "94800,0.62", "94800,-0.62", "history.csv:4:18", "level '-0.62' is not positive" },
        { "history.csv", "94800,0.62", "94800,", "history.csv:4:18", "the level of 'vol:BTC' is missing" },
        { "history.csv", "2026-01-08,95500,", "2026-01-08,95,500,", "history.csv:3:23", "the row has 5 fields; 4" },
        { "history.csv", "-0.01", "nan", "history.csv:4:23", "level 'nan' is not a number" },
    };

    public static TheoryData<string, string, string, string, string> CorrelationCases { get; } = new()
    {
        { "correlation.csv", "\nspot:BTC,1,", "\nspot:BTC,0.9,", "correlation.csv:2:10", "stands on the diagonal; 1 is expected" },
        { "correlation.csv", "vol:BTC,-0.4,1", "vol:BTC,-0.4000001,1", "correlation.csv:3:9", "differs from its twin -0.4 in row 'spot:BTC', column 'vol:BTC'" },
        { "correlation.csv", "vol:BTC,-0.4,1,0", "vol:BTC,-0.4,1,1.5", "correlation.csv:3:16", "correlation '1.5' lies outside [-1, 1]" },
        { "correlation.csv", "\nvol:BTC,-0.4", "\nvol:ETH,-0.4", "correlation.csv:3:1", "the row is for 'vol:ETH'; 'vol:BTC'" },
        { "correlation.csv", "basis:BTC,0.1,0,1\n", "", "correlation.csv:1:1", "the table has 2 rows of 3 columns" },
        { "correlation.csv", "basis:BTC,0.1,0,1\n", "basis:BTC,0.1,0,1\nrate:USD,0,0,0\n", "correlation.csv:5:1", "is one too many" },
        { "correlation.csv", "vol:BTC,-0.4,1,0", "vol:BTC,-0.4,1", "correlation.csv:3:14", "the row has 3 fields; 4" },
        { "correlation.csv", "basis:BTC\nspot", "basis\nspot", "correlation.csv:1:25", "column 'basis' is not a factor" },
        { "correlation.csv", "vol:BTC,basis", "spot:BTC,basis", "correlation.csv:1:17", "factor 'spot:BTC' appears twice" },
    };

    [Theory]
    [MemberData(nameof(InstrumentCases))]
    [MemberData(nameof(PositionCases))]
    [MemberData(nameof(MarketCases))]
    [MemberData(nameof(HistoryCases))]
    [MemberData(nameof(CorrelationCases))]
    public void One_wrong_thing_is_one_problem_at_its_place(string file, string sound, string spoilt, string place, string message)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteSpoiltTo(folder.Path, file, sound, spoilt);

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => BookReader.Read(folder.Path));

        string problem = Assert.Single(thrown.Problems).ToString();
        Assert.StartsWith(place + ": ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
        Assert.Contains("expected", problem, StringComparison.Ordinal);
    }
}
