using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.TestSupport;

/// <summary>Writes small books down in code: a market, instruments, accounts.</summary>
public sealed class BookBuilder
{
    private readonly Dictionary<string, double> spots = new(StringComparer.Ordinal);
    private readonly Dictionary<ForwardKey, double> forwards = [];
    private readonly Dictionary<string, double> volatilities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> rates = new(StringComparer.Ordinal);
    private readonly List<Instrument> instruments = [];
    private readonly List<string> accounts = [];
    private readonly List<int> starts = [0], columns = [];
    private readonly List<double> quantities = [];

    public static DateTimeOffset AsOf { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public SimulationSettings Simulation { get; set; } = new();

    public MarginSettings Margin { get; set; } = new();

    public BookBuilder Spot(string underlying, double price)
    {
        spots.Add(underlying, price);
        return this;
    }

    public BookBuilder Forward(string underlying, DateTimeOffset expiry, double price)
    {
        forwards[new ForwardKey(underlying, expiry)] = price;
        return this;
    }

    public BookBuilder Rate(string currency, double rate)
    {
        rates.Add(currency, rate);
        return this;
    }

    /// <param name="volatility">Of an option.</param>
    public BookBuilder Instrument(Instrument instrument, double? volatility = null)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        instruments.Add(instrument);
        if (volatility is { } sigma)
            volatilities.Add(instrument.Name, sigma);
        return this;
    }

    public BookBuilder Account(string name, params (int Instrument, double Quantity)[] positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        accounts.Add(name);
        columns.AddRange(positions.Select(p => p.Instrument));
        quantities.AddRange(positions.Select(p => p.Quantity));
        starts.Add(columns.Count);
        return this;
    }

    /// <summary>An account of one unit for each instrument, named after it.</summary>
    public BookBuilder AccountForEachInstrument()
    {
        for (int i = 0; i < instruments.Count; i++)
            Account(instruments[i].Name, (i, 1));
        return this;
    }

    public Book Build() => new()
    {
        Name = "test",
        Currency = "USD",
        Instruments = [.. instruments],
        Positions = new PositionTable([.. accounts], [.. starts], [.. columns], [.. quantities]),
        Market = new MarketSnapshot { AsOf = AsOf, Spots = spots, Forwards = forwards, Volatilities = volatilities, Rates = rates },
        History = new FactorHistory([], [], []),
        Settings = new BookSettings { Simulation = Simulation, Margin = Margin },
    };
}
