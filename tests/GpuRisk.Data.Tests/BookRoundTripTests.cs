using GpuRisk.Data.Books;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests;

public sealed class BookRoundTripTests
{
    [Fact]
    public void A_book_is_read_as_it_is_written_down()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);

        Book book = BookReader.Read(folder.Path);

        DateTimeOffset expiry = new(2026, 3, 27, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(("desk", "USD", new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero)), (book.Name, book.Currency, book.Market.AsOf));
        Instrument[] expected =
        [
            new Spot("BTC", "BTC"),
            new Option("BTC-C", "BTC", expiry, 100_000, OptionRight.Call, Settlement.Inverse),
            new Option("BTC-P", "BTC", expiry, 90_000, OptionRight.Put, Settlement.Linear, 0.1),
            new Future("BTC-F", "BTC", expiry, Settlement.Linear, 95_000),
            new Perpetual("BTC-PERP", "BTC", Settlement.Inverse, null, 10),
        ];
        Assert.Equal(expected, book.Instruments);
        Assert.Equal(["A1", "A2"], book.Positions.Accounts);
        Assert.Equal([0, 2, 4], book.Positions.RowStart.ToArray());
        Assert.Equal([0, 4, 1, 3], book.Positions.Instrument.ToArray());
        Assert.Equal([1.5, 100, -3, 2], book.Positions.Quantity.ToArray());
        Assert.Equal(96_000, book.Market.Forwards[new ForwardKey("BTC", expiry)]);
        Assert.Equal(0.65, book.Market.Volatilities["BTC-P"]);
        Assert.Equal(0.04, book.Market.Rates["USD"]);
        Assert.Equal(0.62, book.History.Level(2, 1));
        Assert.Equal(new DateOnly(2026, 1, 7), book.History.Dates[0]);
        Assert.Equal([1, -0.4, 0.1, -0.4, 1, 0, 0.1, 0, 1], book.Correlation!.Values);
        Assert.Equal((1000, 7UL, 0.94), (book.Settings.Simulation.Scenarios, book.Settings.Simulation.Seed, book.Settings.Calibration.Lambda));
        Assert.Equal([new Confidence(0.95m), new Confidence(0.99m)], book.Settings.Margin.Report);
        Assert.Equal(1.64, book.Settings.Margin.ModelRiskMultiple);
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.WriteAllText(folder.At("positions.csv"), "quantity,account,instrument\n2,A,BTC\n-1,B,BTC-C\n");

        PositionTable positions = BookReader.Read(folder.Path).Positions;

        Assert.Equal(["A", "B"], positions.Accounts);
        Assert.Equal([2, -1], positions.Quantity.ToArray());
    }

    [Fact]
    public void A_book_that_was_written_reads_back_equal_and_writes_the_same_bytes()
    {
        using TemporaryFolder folder = new();
        Book book = AwkwardBook();

        BookWriter.Write(book, folder.At("first"));
        Book again = BookReader.Read(folder.At("first"));
        BookWriter.Write(again, folder.At("second"));

        AssertSame(book, again);
        foreach (string file in BookFiles.All)
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.At("first"), file)), File.ReadAllBytes(Path.Combine(folder.At("second"), file)));
        Assert.Equal(["first", "second"], folder.Entries());
    }

    [Fact]
    public void Collateral_and_haircuts_are_read_as_they_are_written_down_and_are_optional()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        Book without = BookReader.Read(folder.Path);
        Assert.Null(without.Collateral);
        Assert.Null(without.Haircuts);

        SmallBook.WriteWithCollateralTo(folder.Path);
        Book book = BookReader.Read(folder.Path).WithSettings(new BookSettings());

        Assert.Equal([new("A2", "BTC", 2.5), new("A1", "USD", 10_000), new CollateralHolding("A1", "BTC", 0)], book.Collateral!);
        Assert.Equal(["BTC", "USD"], book.Haircuts!.Select(schedule => schedule.Asset));
        Assert.Equal(
            [new(0, 100_000, 0.05), new(100_000, 500_000, 0.1), new HaircutTier(500_000, double.PositiveInfinity, 1)], book.Haircuts![0].Tiers);
        Assert.Equal([new HaircutTier(0, double.PositiveInfinity, 0.01)], book.Haircuts![1].Tiers);
    }

    [Fact]
    public void A_folder_that_holds_something_is_not_overwritten()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("book"));
        File.WriteAllText(Path.Combine(folder.At("book"), "manifest.json"), "{}");

        ResultFolderException thrown = Assert.Throws<ResultFolderException>(() => BookWriter.Write(AwkwardBook(), folder.At("book")));

        Assert.Contains("is not empty", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["manifest.json"], Directory.GetFileSystemEntries(folder.At("book")).Select(path => Path.GetFileName(path)));
        Assert.Equal(["book"], folder.Entries());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    [InlineData("trailing ")]
    public void A_name_that_a_table_cannot_carry_is_refused_and_nothing_is_left(string name)
    {
        using TemporaryFolder folder = new();
        Book book = AwkwardBook();
        Book spoilt = new()
        {
            Name = book.Name,
            Currency = book.Currency,
            Instruments = [.. book.Instruments.Skip(1).Prepend(new Spot(name, "BTC"))],
            Positions = book.Positions,
            Market = book.Market,
            History = book.History,
            Settings = book.Settings,
        };

        Assert.Throws<ArgumentException>(() => BookWriter.Write(spoilt, folder.At("book")));

        Assert.Empty(folder.Entries());
    }

    /// <summary>Names with commas and quotes, numbers at the ends of their ranges, fractions of a second, empty cells, every setting off its default.</summary>
    private static Book AwkwardBook()
    {
        DateTimeOffset asOf = new DateTimeOffset(2026, 1, 10, 9, 30, 0, TimeSpan.FromHours(-5)).AddTicks(1_234_567);
        DateTimeOffset expiry = new(2030, 12, 27, 8, 0, 0, TimeSpan.Zero);
        FactorId[] factors = [new(FactorKind.Spot, "BTC"), new(FactorKind.Rate, "USD")];
        return new Book
        {
            Name = "Zoë's \"book\", no. 1",
            Currency = "USD",
            Instruments =
            [
                new Spot("coin, of \"BTC\"", "BTC", 1e-300),
                new Option("=C+1", "BTC", expiry, 0.1 + 0.2, OptionRight.Call, Settlement.Inverse),
                new Future("F", "BTC", expiry, Settlement.Inverse, 1.0 / 3, 1e300),
                new Perpetual("P", "BTC", Settlement.Linear, null),
            ],
            Positions = new PositionTable(["desk, one", "二"], [0, 3, 4], [3, 0, 1, 2], [-1e15, 5e-324, 1.0 / 3, 0]),
            Market = new MarketSnapshot
            {
                AsOf = asOf,
                Spots = new Dictionary<string, double> { ["ETH"] = 3000, ["BTC"] = Math.PI * 1e4 },
                Forwards = new Dictionary<ForwardKey, double> { [new("BTC", expiry)] = 1.7976931348623157e308 },
                Volatilities = new Dictionary<string, double> { ["=C+1"] = 0.6000000000000001 },
                Rates = new Dictionary<string, double> { ["USD"] = -0.005, ["EUR"] = -0.0 },
            },
            History = new FactorHistory(
                factors, [new(2025, 12, 1), new(2026, 1, 2), new(2026, 1, 10)], [1, double.NaN, 2.5, 0, 1e-10, -0.1]),
            Correlation = new CorrelationTable(factors, [1, -0.1234567890123456, -0.1234567890123456, 1], "correlation.csv"),
            Collateral = [new("二", "BTC", 1.0 / 3), new("desk, one", "USD", 1e15), new("desk, one", "BTC", 0), new("二", "USD", 5e-324)],
            Haircuts =
            [
                new("ETH", [new(0, 1e-10, 0.1 + 0.2), new(1e-10, 1.7976931348623157e308, 1)]),
                new("BTC", [new(0, double.PositiveInfinity, 0)]),
            ],
            Settings = OtherSettings(),
        };
    }

    private static BookSettings OtherSettings() => new()
    {
        Simulation = new SimulationSettings
        {
            Model = ScenarioSource.Historical,
            Scenarios = 100_000_000,
            Seed = ulong.MaxValue,
            HorizonDays = 250,
            VolatilityTermShort = 0,
            VolatilityTermLong = 1,
        },
        Calibration = new CalibrationSettings
        {
            Volatility = VolatilityEstimator.Equal,
            Lambda = 0.999999,
            Lookback = 500,
            Missing = MissingRule.Drop,
            Calendar = HistoryCalendar.Business,
            Repair = RepairRule.Reject,
        },
        Margin = new MarginSettings
        {
            Confidence = new Confidence(0.999m),
            Report = [new Confidence(0.5m)],
            Estimator = VarEstimator.Type7,
            ModelRiskMultiple = 0,
        },
    };

    private static void AssertSame(Book expected, Book actual)
    {
        Assert.Equal((expected.Name, expected.Currency, expected.Market.AsOf), (actual.Name, actual.Currency, actual.Market.AsOf));
        Assert.Equal(expected.Instruments, actual.Instruments);
        Assert.Equal(expected.Positions.Accounts, actual.Positions.Accounts);
        Assert.Equal(expected.Positions.RowStart.ToArray(), actual.Positions.RowStart.ToArray());
        Assert.Equal(expected.Positions.Instrument.ToArray(), actual.Positions.Instrument.ToArray());
        Assert.Equal(Bits(expected.Positions.Quantity.ToArray()), Bits(actual.Positions.Quantity.ToArray()));
        Assert.Equal(expected.Market.Spots.OrderBy(entry => entry.Key), actual.Market.Spots.OrderBy(entry => entry.Key));
        Assert.Equal(expected.Market.Forwards, actual.Market.Forwards);
        Assert.Equal(expected.Market.Volatilities, actual.Market.Volatilities);
        Assert.Equal(expected.Market.Rates.OrderBy(entry => entry.Key), actual.Market.Rates.OrderBy(entry => entry.Key));
        Assert.Equal(Bits([expected.Market.Rates["EUR"]]), Bits([actual.Market.Rates["EUR"]]));
        Assert.Equal(expected.History.Factors, actual.History.Factors);
        Assert.Equal(expected.History.Dates, actual.History.Dates);
        Assert.Equal(Bits(Levels(expected.History)), Bits(Levels(actual.History)));
        Assert.Equal(expected.Correlation!.Factors, actual.Correlation!.Factors);
        Assert.Equal(Bits(expected.Correlation.Values), Bits(actual.Correlation.Values));
        Assert.Equal(expected.Collateral, actual.Collateral);
        Assert.Equal(expected.Haircuts!.Select(schedule => schedule.Asset), actual.Haircuts!.Select(schedule => schedule.Asset));
        Assert.Equal(expected.Haircuts!.SelectMany(schedule => schedule.Tiers), actual.Haircuts!.SelectMany(schedule => schedule.Tiers));
        Assert.Equal(expected.Settings.Simulation, actual.Settings.Simulation);
        Assert.Equal(expected.Settings.Calibration, actual.Settings.Calibration);
        Assert.Equal(expected.Settings.Margin.Report, actual.Settings.Margin.Report);
        Assert.Equal(expected.Settings.Margin, actual.Settings.Margin with { Report = expected.Settings.Margin.Report });
    }

    private static IEnumerable<long> Bits(IEnumerable<double> numbers) => numbers.Select(BitConverter.DoubleToInt64Bits);

    private static IEnumerable<double> Levels(FactorHistory history) =>
        from day in Enumerable.Range(0, history.Dates.Count)
        from factor in Enumerable.Range(0, history.Factors.Count)
        select history.Level(day, factor);
}
