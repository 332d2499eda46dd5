using System.Text;

namespace GpuRisk.Cli.Tests;

/// <summary>Books with one thing wrong. Each is refused with its place, and nothing is written.</summary>
public sealed class BadBookTests : IDisposable
{
    private static readonly IReadOnlyDictionary<string, BadBook> Cases = new Dictionary<string, BadBook>
    {
        ["no settings"] = new(book => Delete(book, "book.json"), "book.json:1:1: the file is missing"),
        ["no instruments"] = new(book => Delete(book, "instruments.csv"), "instruments.csv:1:1: the file is missing"),
        ["no positions"] = new(book => Delete(book, "positions.csv"), "positions.csv:1:1: the file is missing"),
        ["no market"] = new(book => Delete(book, "market.csv"), "market.csv:1:1: the file is missing"),
        ["no history"] = new(book => Delete(book, "history.csv"), "history.csv:1:1: the file is missing"),
        ["a folder for a file"] = new(book => { Delete(book, "market.csv"); Directory.CreateDirectory(Path.Combine(book, "market.csv")); }, "market.csv:1:1: this is a folder"),
        ["an empty file"] = new(book => Put(book, "positions.csv", ""), "positions.csv:1:1: the file is empty"),
        ["UTF-16"] = new(book => File.WriteAllText(Path.Combine(book, "market.csv"), SoundBook.Files["market.csv"], Encoding.Unicode), "market.csv:1:1: the file is in UTF-16"),
        ["a byte of Latin-1"] = new(book => PutBytes(book, "positions.csv", "account,instrument,quantity\nA\u00e9,BTC,1\n"), "positions.csv:2:2: the byte 0xE9 is not text"),
        ["a NUL byte"] = new(book => Put(book, "positions.csv", "account,instrument,quantity\nA\0,BTC,1\n"), "positions.csv:2:2: the byte 0x00"),
        ["a quote that never ends"] = new(book => Put(book, "positions.csv", "account,instrument,quantity\n\"A1,BTC,1\n"), "positions.csv:2:"),
        ["settings that are not JSON"] = new(book => Put(book, "book.json", "{\"name\": \"desk\",}"), "book.json:1:17: the text is not JSON"),
        ["an unknown setting"] = new("book.json", "\"lambda\"", "\"lamda\"", "book.json:6:"),
        ["an as-of without offset"] = new("book.json", "00:00:00Z", "00:00:00", "book.json:3:"),
        ["no scenarios"] = new("book.json", "500", "0", "book.json:5:"),
        ["a confidence of one"] = new("book.json", "\"confidence\": 0.99", "\"confidence\": 1", "book.json:7:"),
        ["a decay of one"] = new("book.json", "0.94", "1", "book.json:6:"),
        ["a header misspelt"] = new("positions.csv", "account,instrument", "acount,instrument", "positions.csv:1:1: "),
        ["a header given twice"] = new("positions.csv", "account,instrument,quantity", "account,instrument,quantity,quantity", "positions.csv:1:"),
        ["an unknown kind"] = new("instruments.csv", "inverse-option", "quanto-option", "instruments.csv:3:7: "),
        ["an instrument given twice"] = new("instruments.csv", "BTC-PERP,", "BTC-C,", "instruments.csv:5:1: "),
        ["an option that has expired"] = new("instruments.csv", "BTC-C,inverse-option,BTC,2026-03-27", "BTC-C,inverse-option,BTC,2025-03-27", "instruments.csv:3:26: "),
        ["a strike below zero"] = new("instruments.csv", ",100000,", ",-100000,", "instruments.csv:3:47: "),
        ["a strike of a spot"] = new("instruments.csv", "BTC,spot,BTC,,,", "BTC,spot,BTC,,5,", "instruments.csv:2:15: "),
        ["a right that is none"] = new("instruments.csv", "call", "CALL", "instruments.csv:3:54: "),
        ["a multiplier of zero"] = new("instruments.csv", "put,0.1", "put,0", "instruments.csv:4:"),
        ["an unknown instrument"] = new("positions.csv", "A2,BTC-C", "A2,ETH-C", "positions.csv:3:4: "),
        ["a position given twice"] = new("positions.csv", "A1,BTC-PERP", "A1,BTC", "positions.csv:4:1: account 'A1' holds this instrument in line 2 too"),
        ["NaN"] = new("positions.csv", "1.5", "NaN", "positions.csv:2:8: "),
        ["an overflow"] = new("positions.csv", "1.5", "1e309", "positions.csv:2:8: "),
        ["a quantity past the domain"] = new("positions.csv", "1.5", "1e16", "positions.csv:2:8: "),
        ["a decimal comma"] = new("positions.csv", "1.5", "1,5", "positions.csv:2:"),
        ["a space before a number"] = new("positions.csv", "1.5", " 1.5", "positions.csv:2:8: "),
        ["an infinite spot"] = new("market.csv", "95000", "Infinity", "market.csv:2:11: "),
        ["a spot of zero"] = new("market.csv", "95000", "0", "market.csv:2:11: "),
        ["a volatility below zero"] = new("market.csv", "BTC-C,,0.6", "BTC-C,,-0.6", "market.csv:4:19: "),
        ["a volatility of no option"] = new("market.csv", "volatility,BTC-P", "volatility,BTC-X", "market.csv:5:12: "),
        ["a market entry twice"] = new("market.csv", "volatility,BTC-P", "volatility,BTC-C", "market.csv:5:"),
        ["no forward"] = new("market.csv", "forward,BTC,2026-03-27", "forward,BTC,2026-06-26", "instruments.csv:3:26: no forward of 'BTC'"),
        ["an empty history"] = new(book => Put(book, "history.csv", "date,spot:BTC\n"), "history.csv:1:1: "),
        ["one day of history"] = new(book => Put(book, "history.csv", "date,spot:BTC\n2026-01-10,95000\n"), "history.csv:1:1: "),
        ["a gap"] = new("history.csv", "2026-01-08,95500,0.6\n", "", "history.csv:5:1: "),
        ["two rows for a day"] = new("history.csv", "2026-01-08", "2026-01-07", "history.csv:5:1: "),
        ["a day after the as-of day"] = new("history.csv", "2026-01-10,95000,0.6\n", "2026-01-10,95000,0.6\n2026-01-11,95000,0.6\n", "history.csv:8:1: "),
        ["a level that is missing"] = new("history.csv", "95500", "", "history.csv:5:12: "),
        ["a price of zero"] = new("history.csv", "95500", "0", "history.csv:5:12: "),
        ["an unknown factor"] = new("history.csv", "vol:BTC", "volume:BTC", "history.csv:1:15: "),
        ["no factor of an underlying"] = new("history.csv", "spot:BTC", "spot:ETH", "instruments.csv:2:10: no factor spot:BTC"),
        ["fewer returns than factors"] = new(book => Put(book, "history.csv", "date,spot:BTC,vol:BTC,basis:BTC\n2026-01-08,95500,0.6,0.01\n2026-01-09,94000,0.61,0.03\n2026-01-10,95000,0.6,0.02\n"), "history.csv:1:1: "),
        ["correlations that no numbers can have"] = new(NotPositiveDefinite.WriteTo, "correlation.csv:1:1: "),
        ["a correlation that is not symmetric"] = new(book => Put(book, "correlation.csv", SoundBook.Correlation.Replace("vol:BTC,-0.4", "vol:BTC,0.4", StringComparison.Ordinal)), "correlation.csv:3:9: "),
        ["a correlation above one"] = new(book => Put(book, "correlation.csv", SoundBook.Correlation.Replace("-0.4", "-1.4", StringComparison.Ordinal)), "correlation.csv:2:12: "),
        ["a diagonal that is not one"] = new(book => Put(book, "correlation.csv", SoundBook.Correlation.Replace("spot:BTC,1,", "spot:BTC,0.9,", StringComparison.Ordinal)), "correlation.csv:2:10: "),
        ["a factor without correlations"] = new(book => Put(book, "correlation.csv", "factor,spot:BTC\nspot:BTC,1\n"), "correlation.csv:1:"),
    };

    private readonly TemporaryFolder place = new();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_book_is_refused_with_the_place_and_nothing_is_written(string name)
    {
        string book = SoundBook.WriteTo(place);
        Cases[name].Spoil(book);
        string[] before = place.Inventory();
        Outcome outcome = Gpurisk.Run("run", book, "--out", place.At("result"));
        Refusal.IsBadInput(outcome, Cases[name].Expected);
        Assert.Equal(before, place.Inventory());
    }

    [Fact]
    public void The_book_that_the_cases_spoil_is_sound()
    {
        string book = SoundBook.WriteTo(place);
        Put(book, "correlation.csv", SoundBook.Correlation);
        Gpurisk.Run("run", book, "--out", place.At("result")).Done();
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        string book = SoundBook.WriteTo(place);
        SoundBook.Spoil(book, "book.json", "0.94", "1.5");
        SoundBook.Spoil(book, "instruments.csv", "call", "cal");
        SoundBook.Spoil(book, "positions.csv", "1.5", "many");
        SoundBook.Spoil(book, "positions.csv", "100", "Infinity");
        SoundBook.Spoil(book, "market.csv", "0.65", "-0.65");
        SoundBook.Spoil(book, "history.csv", "95500", "-95500");
        Outcome outcome = Gpurisk.Run("run", book, "--out", place.At("result"));
        Refusal.IsBadInput(outcome, "book.json:6:", "instruments.csv:3:", "positions.csv:2:8: ", "positions.csv:4:13: ", "market.csv:5:", "history.csv:5:12: ");
        Assert.Equal(outcome.ErrorLines.Length, outcome.ErrorLines.Distinct().Count());
        Assert.Equal(["book"], place.Entries());
    }

    [Fact]
    public void Price_refuses_a_bad_book_in_the_same_words()
    {
        string book = SoundBook.WriteTo(place);
        SoundBook.Spoil(book, "instruments.csv", ",100000,", ",-100000,");
        Outcome run = Gpurisk.Run("run", book, "--out", place.At("result"));
        Outcome price = Gpurisk.Run("price", book, "--json");
        Refusal.IsBadInput(price, "instruments.csv:3:47: ");
        Assert.Equal(run.Error, price.Error);
    }

    public void Dispose() => place.Dispose();

    private static void Delete(string book, string file) => File.Delete(Path.Combine(book, file));

    private static void Put(string book, string file, string text) => File.WriteAllText(Path.Combine(book, file), text);

    private static void PutBytes(string book, string file, string text) => File.WriteAllBytes(Path.Combine(book, file), Encoding.Latin1.GetBytes(text));

    /// <param name="Expected">How one of the lines begins, after the folder.</param>
    private sealed record BadBook(Action<string> Spoil, string Expected)
    {
        public BadBook(string file, string sound, string spoilt, string expected)
            : this(book => SoundBook.Spoil(book, file, sound, spoilt), expected)
        {
        }
    }
}
