using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;

namespace GpuRisk.Oracle.Tests;

/// <summary>Books of coins at a price of 1, run through the whole product: a coin returns e^shock - 1.</summary>
internal static class Runs
{
    /// <summary>A volatility so small that e^{h z} - 1 = h z within h z^2 / 2: coins of it, 1/h each, profit by z.</summary>
    public const double SmallMove = 1e-6;

    public static readonly MarginRunOptions Quick = new() { Distributions = 0 };

    public static FactorId Coin(string name) => new(FactorKind.Spot, name);

    /// <param name="accounts">Quantities of each coin.</param>
    public static Book Coins(string[] names, MarginSettings margin, params double[][] accounts)
    {
        var book = new BookBuilder { Margin = margin };
        foreach (string name in names)
            book.Spot(name, 1).Instrument(new Spot(name, name));
        for (int a = 0; a < accounts.Length; a++)
            book.Account($"A{a}", [.. accounts[a].Select((q, i) => (i, q))]);
        return book.Build();
    }

    /// <param name="cholesky">Row-major.</param>
    public static EllipticalModel Model(string[] names, double[] volatilities, double[] cholesky) =>
        new() { Factors = [.. names.Select(Coin)], Volatilities = volatilities, Cholesky = cholesky, Name = "oracle" };

    /// <param name="marginals">Degrees of freedom of each factor under a copula with those; null: a multivariate t.</param>
    public static EllipticalModel StudentT(string[] names, double[] volatilities, double[] cholesky, double degreesOfFreedom, double[]? marginals) => new()
    {
        Name = "oracle",
        Factors = [.. names.Select(Coin)],
        Volatilities = volatilities,
        Cholesky = cholesky,
        DegreesOfFreedom = degreesOfFreedom,
        MarginalDegreesOfFreedom = marginals,
    };

    public static IReadOnlyList<AccountRisk> Run(Book book, EllipticalModel model, int scenarios, ulong seed)
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        SimulationSettings simulation = book.Settings.Simulation with { Scenarios = scenarios, Seed = seed };
        Book seeded = book.WithSettings(book.Settings with { Simulation = simulation });
        return MarginRun.Execute(accelerator, seeded, model, Quick, null, CancellationToken.None).Accounts;
    }

    public static IReadOnlyList<AccountRisk> Run(Book book, ShockMatrix shocks)
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        return MarginRun.Execute(accelerator, book, new GivenModel { Name = "given", Shocks = shocks }, Quick, null, CancellationToken.None).Accounts;
    }

    public static MarginSettings Levels(params double[] levels) =>
        new() { Confidence = new Confidence((decimal)levels[^1]), Report = [.. levels.Select(c => new Confidence((decimal)c))] };
}
