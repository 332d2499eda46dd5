using System.Globalization;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>
/// The synthetic job by which engines are compared: 64 correlated factors (32 spots, 32 volatilities), instruments of which 80 % are
/// options, 10 % inverse options and the rest linear, accounts of 50 positions. Built as an ordinary book with given shocks.
/// </summary>
internal sealed class ReferenceJob
{
    private const int Underlyings = 32;
    private const int Factors = 2 * Underlyings;
    private const int PositionsAnAccount = 50;
    private const double Rate = 0.04;
    private static readonly DateTimeOffset AsOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly double[] spots = [.. Enumerable.Range(0, Underlyings).Select(u => 100 * Math.Pow(1.1, u))];
    private readonly Dictionary<ForwardKey, double> forwards = [];
    private readonly Dictionary<string, double> volatilities = [];

    /// <param name="oneBook">One account that holds one of each instrument.</param>
    public ReferenceJob(int instruments, int scenarios, int accounts, bool oneBook = false)
    {
        Instruments = instruments;
        Scenarios = scenarios;
        Shocks = MakeShocks();
        Book = MakeBook(oneBook ? OneOfEach() : MakePositions(accounts));
    }

    public int Instruments { get; }

    public int Scenarios { get; }

    public int PlainOptions => (int)(8L * Instruments / 10);

    public Book Book { get; }

    public ShockMatrix Shocks { get; }

    private static IReadOnlyList<FactorId> FactorIds { get; } =
    [
        .. Enumerable.Range(0, Underlyings).Select(u => new FactorId(FactorKind.Spot, Name(u))),
        .. Enumerable.Range(0, Underlyings).Select(u => new FactorId(FactorKind.Vol, Name(u))),
    ];

    private static string Name(int underlying) => "U" + underlying.ToString("00", CultureInfo.InvariantCulture);

    private static double Deviation(int f) => f < Underlyings ? (0.45 + 0.02 * f) / Math.Sqrt(365.0) : 0.04 + 0.001 * (f - Underlyings);

    private Book MakeBook(PositionTable positions)
    {
        Instrument[] instruments = [.. Enumerable.Range(0, Instruments).Select(MakeInstrument)];
        return new Book
        {
            Name = "reference job",
            Currency = "USD",
            Instruments = instruments,
            Positions = positions,
            Market = new MarketSnapshot
            {
                AsOf = AsOf,
                Spots = Enumerable.Range(0, Underlyings).ToDictionary(Name, u => spots[u]),
                Forwards = forwards,
                Volatilities = volatilities,
                Rates = new Dictionary<string, double> { ["USD"] = Rate },
            },
            History = new FactorHistory(FactorIds, [], []),
            // The job moves every expiry's volatility alike.
            Settings = new BookSettings { Simulation = new SimulationSettings { VolatilityTermShort = 0, VolatilityTermLong = 0 } },
        };
    }

    private Instrument MakeInstrument(int i)
    {
        int u = i % Underlyings;
        int inverse = Instruments / 10;
        string name = "I" + i.ToString(CultureInfo.InvariantCulture);
        double moneyness = 0.6 * (JobHash.Uniform(11, (ulong)i) - 0.5);
        double strike = spots[u] * Math.Exp(moneyness);
        double days = 7 + Math.Floor(359 * JobHash.Uniform(12, (ulong)i));
        DateTimeOffset expiry = AsOf.AddDays(days);
        forwards[new ForwardKey(Name(u), expiry)] = spots[u] * Math.Exp(Rate * (days / 365));
        if (i >= PlainOptions + inverse)
        {
            return i % 2 == 0
                ? new Perpetual(name, Name(u), Settlement.Linear, null)
                : new Future(name, Name(u), expiry, Settlement.Inverse, strike, 100);
        }
        volatilities[name] = 0.45 + 0.3 * JobHash.Uniform(13, (ulong)i) + 0.5 * moneyness * moneyness;
        OptionRight right = i / 32 % 2 == 0 ? OptionRight.Call : OptionRight.Put;
        return new Option(name, Name(u), expiry, strike, right, i < PlainOptions ? Settlement.Linear : Settlement.Inverse);
    }

    private PositionTable MakePositions(int accounts)
    {
        int count = accounts * PositionsAnAccount;
        var rowStart = new int[accounts + 1];
        var instrument = new int[count];
        var quantity = new double[count];
        for (int a = 0; a <= accounts; a++)
            rowStart[a] = a * PositionsAnAccount;
        for (int n = 0; n < count; n++)
        {
            instrument[n] = (int)(JobHash.Bits(21, (ulong)n) % (ulong)Instruments);
            int q = (int)(JobHash.Bits(22, (ulong)n) % 21) - 10;
            quantity[n] = q == 0 ? 11 : q;
        }
        string[] names = [.. Enumerable.Range(0, accounts).Select(a => "A" + a.ToString(CultureInfo.InvariantCulture))];
        return new PositionTable(names, rowStart, instrument, quantity);
    }

    private PositionTable OneOfEach()
    {
        var quantity = new double[Instruments];
        Array.Fill(quantity, 1);
        return new PositionTable(["A0"], (int[])[0, Instruments], (int[])[.. Enumerable.Range(0, Instruments)], quantity);
    }

    private ShockMatrix MakeShocks()
    {
        double[,] cholesky = Cholesky();
        var values = new double[(long)Factors * Scenarios];
        var z = new double[Factors];
        for (int s = 0; s < Scenarios; s++)
        {
            for (int p = 0; p < Factors / 2; p++)
            {
                ulong n = (ulong)(Factors / 2) * (ulong)s + (ulong)p;
                double radius = Math.Sqrt(-2 * Math.Log(JobHash.Uniform(1, n)));
                double angle = 2 * Math.PI * JobHash.Uniform(2, n);
                z[2 * p] = radius * Math.Cos(angle);
                z[2 * p + 1] = radius * Math.Sin(angle);
            }
            for (int f = 0; f < Factors; f++)
            {
                double sum = 0;
                for (int k = 0; k <= f; k++)
                    sum += cholesky[f, k] * z[k];
                double sd = Deviation(f);
                values[(long)f * Scenarios + s] = sd * sum - (f < Underlyings ? sd * sd / 2 : 0);
            }
        }
        return new ShockMatrix(FactorIds, Scenarios, values, "reference job");
    }

    private static double[,] Cholesky()
    {
        var b = new double[Factors, 8];
        for (int f = 0; f < Factors; f++)
        {
            for (int k = 0; k < 8; k++)
                b[f, k] = Math.Pow(0.7, k) * Math.Cos(0.7 * (f + 1) * (k + 1));
        }
        double Covariance(int i, int j) => Enumerable.Range(0, 8).Sum(k => b[i, k] * b[j, k]) + (i == j ? 0.5 : 0);
        var l = new double[Factors, Factors];
        for (int i = 0; i < Factors; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double c = Covariance(i, j) / Math.Sqrt(Covariance(i, i) * Covariance(j, j));
                for (int k = 0; k < j; k++)
                    c -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(c) : c / l[j, j];
            }
        }
        return l;
    }
}
