using GpuRisk.Data.Models;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Theory]
    [InlineData("normal")]
    [InlineData("student")]
    [InlineData("copula")]
    [InlineData("path")]
    [InlineData("bootstrap")]
    [InlineData("given")]
    [InlineData("unnamed")]
    [InlineData("mixture")]
    public void A_model_reads_back_to_the_last_bit_and_writes_the_same_bytes(string type)
    {
        ModelFile written = SmallModels.File(SmallModels.Of(type));
        ModelFileWriter.Write(written, place.At("first.json"));
        ModelFile read = ModelFileReader.Read(place.At("first.json"));
        ModelFileWriter.Write(read, place.At("second.json"));

        Assert.Equal(File.ReadAllBytes(place.At("first.json")), File.ReadAllBytes(place.At("second.json")));
        AssertSame(written.Model, read.Model);
        AssertSame(written.Report, read.Report);
        Assert.Equal((written.Version, written.Book, written.AsOf), (read.Version, read.Book, read.AsOf));
        Assert.Equal(written.Inputs, read.Inputs);
        Assert.Equal(written.Simulation, read.Simulation);
        Assert.Equal(written.Calibration, read.Calibration);
        Assert.Equal(["first.json", "second.json"], place.Entries());
    }

    /// <summary>A committee reads and compares it: a factor, a day and a row of a matrix are a line each.</summary>
    [Fact]
    public void Rows_stand_in_lines_of_their_own()
    {
        ModelFileWriter.Write(SmallModels.File(SmallModels.Of("bootstrap")), place.At("model.json"));
        string[] lines = [.. File.ReadLines(place.At("model.json")).Select(line => line.TrimEnd(','))];
        Assert.Contains("      {\"factor\":\"spot:BTC\",\"volatility\":1,\"omega\":0,\"alpha\":0.03,\"beta\":0.97}", lines);
        Assert.Contains("      {\"date\":\"2020-03-12\",\"innovations\":[0.3333333333333333,-5E-324]}", lines);
        Assert.Contains("      [-0.6,1]", lines);
    }

    [Fact]
    public void A_model_is_replaced_and_any_other_file_is_not()
    {
        ModelFile model = SmallModels.File(SmallModels.Of("normal"));
        ModelFileWriter.Write(model, place.At("model.json"));
        ModelFileWriter.Write(model with { Book = "other" }, place.At("model.json"));
        Assert.Equal("other", ModelFileReader.Read(place.At("model.json")).Book);

        File.WriteAllText(place.At("notes.txt"), "mine");
        Directory.CreateDirectory(place.At("folder"));
        foreach (string target in new[] { "notes.txt", "folder" })
        {
            ResultFolderException refusal = Assert.Throws<ResultFolderException>(() => ModelFileWriter.Write(model, place.At(target)));
            Assert.Equal($"{place.At(target)}: exists and is no model; a new file, or a model that is replaced, is expected", refusal.Message);
        }

        Assert.Equal("mine", File.ReadAllText(place.At("notes.txt")));
        Assert.Equal(["folder", "model.json", "notes.txt"], place.Entries());
    }

    [Fact]
    public void A_run_under_a_model_keeps_how_it_draws_and_takes_the_rest_from_the_model()
    {
        BookSettings book = new()
        {
            Simulation = new SimulationSettings { Scenarios = 77, Seed = 3, HorizonDays = 1, Net = true, Sampling = new SamplingSettings { Method = SamplingMethod.Antithetic } },
            Margin = new MarginSettings { ModelRiskMultiple = 2 },
        };
        BookSettings settings = SmallModels.File(SmallModels.Of("student")).Over(book);
        Assert.Equal((ScenarioSource.StudentT, 10, HorizonRule.Path), (settings.Simulation.Model, settings.Simulation.HorizonDays, settings.Simulation.Horizon!.Value));
        Assert.Equal((77, 3UL, true, SamplingMethod.Antithetic), (settings.Simulation.Scenarios, settings.Simulation.Seed, settings.Simulation.Net, settings.Simulation.Sampling.Method));
        Assert.Equal((VolatilityEstimator.Garch, 2), (settings.Calibration.Volatility, settings.Margin.ModelRiskMultiple));
    }

    [Fact]
    public void A_model_of_too_many_numbers_does_not_fit_a_file()
    {
        FactorId[] factors = [new(FactorKind.Spot, "BTC")];
        GivenModel most = new() { Name = "historical", Shocks = new ShockMatrix(factors, 499_900, new double[499_900], "historical") };
        GivenModel more = new() { Name = "historical", Shocks = new ShockMatrix(factors, 500_000, new double[500_000], "historical") };
        Assert.True(SmallModels.File(most).Fits);
        Assert.False(SmallModels.File(more).Fits);
    }

    public void Dispose() => place.Dispose();

    private static void AssertSame(ScenarioModel expected, ScenarioModel actual)
    {
        Assert.Equal((expected.GetType(), expected.Name), (actual.GetType(), actual.Name));
        Assert.Equal(expected.Factors, actual.Factors);
        switch (expected, actual)
        {
            case (EllipticalModel one, EllipticalModel other):
                Assert.Equal(Bits(one.Volatilities), Bits(other.Volatilities));
                Assert.Equal(Bits(one.Cholesky), Bits(other.Cholesky));
                Assert.Equal((one.DegreesOfFreedom, one.Steps), (other.DegreesOfFreedom, other.Steps));
                Assert.Equal(one.MarginalDegreesOfFreedom, other.MarginalDegreesOfFreedom);
                AssertSame(one.Dynamics, other.Dynamics);
                break;
            case (BootstrapModel one, BootstrapModel other):
                Assert.Equal(Bits(one.Innovations.ToArray()), Bits(other.Innovations.ToArray()));
                Assert.Equal(one.Dates, other.Dates);
                Assert.Equal(Bits(one.Volatilities), Bits(other.Volatilities));
                Assert.Equal(one.Steps, other.Steps);
                AssertSame(one.Dynamics, other.Dynamics);
                break;
            case (GivenModel one, GivenModel other):
                Assert.Equal(Bits(one.Shocks.Values.ToArray()), Bits(other.Shocks.Values.ToArray()));
                Assert.Equal((one.Shocks.Scenarios, one.Shocks.Source), (other.Shocks.Scenarios, other.Shocks.Source));
                Assert.Equal(one.Shocks.Labels, other.Shocks.Labels);
                break;
            case (MixtureModel one, MixtureModel other):
                Assert.Equal(Bits(one.Components.Select(c => c.Weight)), Bits(other.Components.Select(c => c.Weight)));
                foreach ((MixtureComponent first, MixtureComponent second) in one.Components.Zip(other.Components))
                    AssertSame(first.Model, second.Model);
                break;
        }
    }

    private static void AssertSame(VarianceDynamics? expected, VarianceDynamics? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected?.Omega, actual?.Omega);
        Assert.Equal(expected?.Alpha, actual?.Alpha);
        Assert.Equal(expected?.Beta, actual?.Beta);
    }

    private static void AssertSame(CalibrationReport expected, CalibrationReport actual)
    {
        Assert.Equal(expected.Factors, actual.Factors);
        Assert.Equal(expected.Correlation, actual.Correlation);
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal(expected.Warnings, actual.Warnings);
        Assert.Equal((expected.WorstFit!.Factor, expected.WorstFit.Law), (actual.WorstFit!.Factor, actual.WorstFit.Law));
        Assert.Equal(Bits(expected.WorstFit.Expected), Bits(actual.WorstFit.Expected));
        Assert.Equal(Bits(expected.WorstFit.Observed), Bits(actual.WorstFit.Observed));
        Assert.Equal(
            expected, actual with
            {
                Factors = expected.Factors, Correlation = expected.Correlation, Notes = expected.Notes, Warnings = expected.Warnings, WorstFit = expected.WorstFit,
            });
    }

    private static IEnumerable<long> Bits(IEnumerable<double> numbers) => numbers.Select(BitConverter.DoubleToInt64Bits);
}
