using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Margin.Sampling;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Margin.Tests.Sampling;

public sealed class ImportantDirectionsTests
{
    /// <summary>Of 3,000 accounts some are looked at, from the first on: all the same but for one that is not among them, and the directions are theirs.</summary>
    [Fact]
    public void Many_accounts_have_the_directions_of_some_of_them()
    {
        double[] one = Directions(1, odd: -1);
        Assert.Equal(one, Directions(3_000, odd: 2_999), (a, b) => Math.Abs(a - b) < Tolerance.WeightedSum);
        Assert.NotEqual(one, Directions(1_000, odd: 999), (a, b) => Math.Abs(a - b) < Tolerance.WeightedSum);
    }

    /// <param name="odd">The account that holds the second coin and not the first.</param>
    private static double[] Directions(int accounts, int odd)
    {
        BookBuilder builder = new BookBuilder().Spot("X", 100).Spot("Y", 50).Instrument(new Spot("X", "X", 1)).Instrument(new Spot("Y", "Y", 1));
        for (int a = 0; a < accounts; a++)
            builder.Account($"a{a}", a == odd ? (1, 7) : (0, 1));
        Book book = builder.Build();
        var model = new EllipticalModel
        {
            Name = "test",
            Factors = [new FactorId(FactorKind.Spot, "X"), new FactorId(FactorKind.Spot, "Y")],
            Volatilities = [0.02, 0.03],
            Cholesky = [1, 0, 0.6, 0.8],
        };
        using Accelerator accelerator = new CpuAccelerator(1);
        return ImportantDirections.Of(
            accelerator, book, InstrumentCompiler.Compile(book, model.Factors), model, new PlanOptions(), 10_000, TestContext.Current.CancellationToken);
    }
}
