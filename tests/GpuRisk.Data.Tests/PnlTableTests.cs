using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Data.Results;

namespace GpuRisk.Data.Tests;

public sealed class PnlTableTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly ResultFolder folder;

    public PnlTableTests()
    {
        folder = ResultFolder.Begin(place.At("out"));
    }

    private string File => folder.PathOf("pnl.arrow");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(2, 64)]
    [InlineData(5, 1000)]
    public void Every_profit_is_in_its_place_whatever_the_order_it_came_in(int accounts, int scenarios)
    {
        Write(accounts, scenarios, scenarios);
        byte[] whole = System.IO.File.ReadAllBytes(File);
        Assert.Equal(
            Enumerable.Range(0, accounts).Select(a => $"A{a}|{string.Join(' ', Enumerable.Range(0, scenarios).Select(s => Profit(a, s)))}"), ArrowRows.Of(File));
        Assert.Equal(["account: dictionary<int32, utf8> not null", $"pnl: fixedsizelist<item: double not null>[{scenarios}] not null"], ArrowRows.Columns(File));

        Write(accounts, scenarios, part: 1);
        Assert.Equal(whole, System.IO.File.ReadAllBytes(File));
        Write(accounts, scenarios, part: 13);
        Assert.Equal(whole, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Many_profits_come_in_batches_of_whole_accounts()
    {
        const int scenarios = 2_800_000;
        using (PnlTable table = PnlTable.Create(folder, ["A0", "A1", "A2"], scenarios))
        {
            for (int account = 0; account < 3; account++)
                table.Write(account, scenarios - 2, [10 * account, 10 * account + 1]);
        }

        using ArrowFileReader reader = ArrowFileReader.FromMappedFile(File);
        RecordBatch[] batches = [.. Enumerable.Range(0, reader.RecordBatchCount()).Select(reader.ReadRecordBatch)];
        Assert.Equal([2, 1], batches.Select(batch => batch.Length));
        Assert.Equal(["A0", "A1", "A2"], batches.SelectMany(batch => Enumerable.Range(0, batch.Length).Select(row => ArrowRows.Text(batch.Column(0), row))));
        double[][] lists = [.. batches.SelectMany(batch => Enumerable.Range(0, batch.Length).Select(row => Values(batch, row)))];
        Assert.Equal([[0, 1], [10, 11], [20, 21]], lists.Select(list => list[^2..]));
        Assert.All(lists, list => Assert.True(list.AsSpan(0, scenarios - 2).IndexOfAnyExcept(0.0) < 0));
    }

    [Fact]
    public void A_run_that_begins_again_finds_nothing_of_the_first()
    {
        Write(3, 7, 7);
        PnlTable.Create(folder, ["B"], 2).Dispose();

        Assert.Equal(["B|0 0"], ArrowRows.Of(File));
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(1, 3, 1)]
    public void A_profit_outside_the_table_is_refused(int account, int first, int count)
    {
        using PnlTable table = PnlTable.Create(folder, ["A0", "A1"], 3);

        Assert.Throws<ArgumentOutOfRangeException>(() => table.Write(account, first, new double[count]));
    }

    [Fact]
    public void More_than_the_disk_holds_is_one_clear_line_before_anything_is_computed()
    {
        string[] accounts = [.. Enumerable.Range(0, 20_000).Select(i => "A" + i)];

        ResultFolderException thrown = Assert.Throws<ResultFolderException>(() => PnlTable.Create(folder, accounts, 100_000_000));

        Assert.StartsWith(place.At("out") + ": pnl.arrow cannot be written (the disk has room for ", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith("a writable place with room for 15,258,790 MiB is expected, or a run without it", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    public void Dispose()
    {
        folder.Dispose();
        place.Dispose();
    }

    private static double Profit(int account, int scenario) => account - 1.0 / (scenario + 3);

    private static double[] Values(RecordBatch batch, int row) => ((DoubleArray)((FixedSizeListArray)batch.Column(1)).GetSlicedValues(row)!).Values.ToArray();

    private void Write(int accounts, int scenarios, int part)
    {
        using PnlTable table = PnlTable.Create(folder, [.. Enumerable.Range(0, accounts).Select(a => "A" + a)], scenarios);
        for (int first = 0; first < scenarios; first += part)
        {
            for (int account = accounts - 1; account >= 0; account--)
                table.Write(account, first, [.. Enumerable.Range(first, Math.Min(part, scenarios - first)).Select(s => Profit(account, s))]);
        }
    }
}
