using GpuRisk.Arrow.Ipc;
using GpuRisk.Data.Books;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Tests;

public sealed class ScenarioTableTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly ResultFolder folder;

    public ScenarioTableTests()
    {
        folder = ResultFolder.Begin(place.At("out"));
    }

    private string File => folder.PathOf("scenarios.arrow");

    [Fact]
    public void A_row_a_scenario_and_a_column_a_factor()
    {
        Write([new(FactorKind.Spot, "BTC"), new(FactorKind.Rate, "USD")], 3, part: 3, labels: null);

        Assert.Equal(["scenario: utf8 not null", "spot:BTC: double not null", "rate:USD: double not null"], ArrowRows.Columns(File));
        Assert.Equal(["0|0|1", "1|0.125|1.125", "2|0.25|1.25"], ArrowRows.Of(File));
    }

    [Fact]
    public void Scenarios_keep_the_names_that_they_were_given()
    {
        Write([new(FactorKind.Spot, "BTC")], 2, part: 1, labels: ["2020-03-12", "up 10 %"]);

        Assert.Equal(["2020-03-12|0", "up 10 %|0.125"], ArrowRows.Of(File));
    }

    [Fact]
    public void The_blocks_that_a_run_is_cut_into_change_no_byte()
    {
        FactorId[] factors = [.. Enumerable.Range(0, 300).Select(f => new FactorId(FactorKind.Spot, "U" + f))];
        Write(factors, 10_000, part: 10_000, labels: null);
        byte[] whole = System.IO.File.ReadAllBytes(File);
        using (ArrowFileReader reader = ArrowFileReader.FromFile(File))
            Assert.Equal([(1 << 21) / 300, 10_000 - (1 << 21) / 300], Enumerable.Range(0, reader.RecordBatchCount()).Select(i => reader.ReadRecordBatch(i).Length));

        Write(factors, 10_000, part: 640, labels: null);

        Assert.Equal(whole, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void What_is_written_can_be_given_to_a_run()
    {
        FactorId[] factors = [new(FactorKind.Spot, "BTC"), new(FactorKind.Vol, "BTC"), new(FactorKind.Basis, "é")];
        Write(factors, 100, part: 32, labels: null);

        ShockMatrix shocks = ShockReader.Read(File);

        Assert.Equal(factors, shocks.Factors);
        Assert.Equal(Enumerable.Range(0, 100).Select(s => $"{s}"), shocks.Labels!);
        Assert.Equal(Enumerable.Range(0, 3).SelectMany(f => Enumerable.Range(0, 100).Select(s => Shock(f, s))), shocks.Values.ToArray());
    }

    public void Dispose()
    {
        folder.Dispose();
        place.Dispose();
    }

    private static double Shock(int factor, int scenario) => factor + scenario / 8.0;

    /// <summary>In parts that stand, as on a device, in rows longer than they are.</summary>
    private void Write(FactorId[] factors, int scenarios, int part, string[]? labels)
    {
        using ScenarioTable table = ScenarioTable.Create(folder, factors, labels);
        int stride = part + 5;
        for (int first = 0; first < scenarios; first += part)
        {
            int count = Math.Min(part, scenarios - first);
            double[] block = new double[factors.Length * stride];
            for (int f = 0; f < factors.Length; f++)
            {
                for (int i = 0; i < count; i++)
                    block[f * stride + i] = Shock(f, first + i);
            }

            table.Write(first, count, stride, block);
        }

        table.Complete();
    }
}
