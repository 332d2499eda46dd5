using System.Globalization;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Parity.Probe;

/// <summary>
/// A book of three underlyings with instruments of every kind and twelve accounts, one of them empty and one of several segments; and the scenarios it is run under.
/// </summary>
internal static class SmallExchange
{
    public const int Accounts = 12;

    private static readonly string[] Underlyings = ["BTC", "ETH", "XAU"];
    private static readonly double[] Spots = [112_733.5, 3_871.25, 4_017.0];
    private static readonly int[] ExpiryDays = [1, 14, 45, 300];
    private static readonly DateTimeOffset AsOf = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<FactorId> Factors { get; } =
    [
        .. Underlyings.Select(u => new FactorId(FactorKind.Spot, u)), .. Underlyings.Select(u => new FactorId(FactorKind.Vol, u)),
        .. Underlyings.Select(u => new FactorId(FactorKind.Basis, u)), new FactorId(FactorKind.Rate, "USD"),
    ];

    /// <summary>Shocks far beyond any model's: spots to a twentieth and times twenty.</summary>
    public static ShockMatrix Shocks(int scenarios)
    {
        var inputs = new Inputs(12);
        double[] values = [.. Factors.SelectMany(f => inputs.Reals(scenarios, -1, 1).Select(x => x * (f.IsLogarithmic ? 3 : 0.2)))];
        return new ShockMatrix(Factors, scenarios, values, "small");
    }

    public static Book Book()
    {
        var inputs = new Inputs(13);
        var forwards = new Dictionary<ForwardKey, double>();
        var volatilities = new Dictionary<string, double>(StringComparer.Ordinal);
        Instrument[] instruments = [.. Enumerable.Range(0, 42).Select(i => Make(i, inputs, forwards, volatilities))];
        return new Book
        {
            Name = "small exchange",
            Currency = "USD",
            Instruments = instruments,
            Positions = Positions(inputs, instruments.Length),
            Market = new MarketSnapshot
            {
                AsOf = AsOf,
                Spots = Underlyings.Zip(Spots).ToDictionary(p => p.First, p => p.Second),
                Forwards = forwards,
                Volatilities = volatilities,
                Rates = new Dictionary<string, double> { ["USD"] = 0.04 },
            },
            History = new FactorHistory(Factors, [], []),
            Settings = new BookSettings(),
        };
    }

    private static Instrument Make(int i, Inputs inputs, Dictionary<ForwardKey, double> forwards, Dictionary<string, double> volatilities)
    {
        int u = i % Underlyings.Length;
        string name = "I" + i.ToString(CultureInfo.InvariantCulture), underlying = Underlyings[u];
        int days = ExpiryDays[i / 3 % ExpiryDays.Length];
        DateTimeOffset expiry = AsOf.AddDays(days);
        forwards[new ForwardKey(underlying, expiry)] = Spots[u] * (1 + 0.0001 * days);
        Settlement settlement = i / 3 % 2 == 0 ? Settlement.Linear : Settlement.Inverse;
        double strike = Spots[u] * inputs.Between(0.5, 1.8);
        switch (i / 6)
        {
            case 0:
                return new Spot(name, underlying, inputs.Between(0.1, 2));
            case 1:
                return new Future(name, underlying, expiry, settlement, i % 2 == 0 ? strike : null, 10);
            case 2:
                return new Perpetual(name, underlying, settlement, i % 2 == 0 ? strike : null, 100);
            default:
                volatilities[name] = inputs.Between(0.2, 1.5);
                return new Option(name, underlying, expiry, strike, i / 12 % 2 == 0 ? OptionRight.Call : OptionRight.Put, settlement, inputs.Between(0.1, 10));
        }
    }

    private static PositionTable Positions(Inputs inputs, int instruments)
    {
        var rowStart = new int[Accounts + 1];
        var held = new List<int>();
        var quantities = new List<double>();
        for (int a = 0; a < Accounts; a++)
        {
            int count = a switch { 5 => 0, 6 => 1, 8 => 700, _ => 3 + inputs.Below(25) };
            int first = inputs.Below(instruments);
            for (int j = 0; j < count; j++)
            {
                held.Add((first + 5 * j) % instruments);
                quantities.Add(inputs.Between(-20, 20));
            }
            rowStart[a + 1] = held.Count;
        }
        string[] names = [.. Enumerable.Range(0, Accounts).Select(a => "A" + a.ToString(CultureInfo.InvariantCulture))];
        return new PositionTable(names, rowStart, [.. held], [.. quantities]);
    }
}
