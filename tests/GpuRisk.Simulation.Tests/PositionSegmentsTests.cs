using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Aggregation;

namespace GpuRisk.Simulation.Tests;

public sealed class PositionSegmentsTests
{
    [Fact]
    public void Accounts_of_few_positions_are_not_cut() => Assert.Null(PositionSegments.Of(Table(0, 1, 255, 256)));

    [Fact]
    public void Segments_cover_the_positions_of_their_account_in_order()
    {
        PositionSegments segments = PositionSegments.Of(Table(0, 257, 1, 1_000, 512))!;
        Assert.Equal([0, 1, 3, 4, 8, 10], segments.AccountStart);
        Assert.Equal([0, 0, 256, 257, 258, 514, 770, 1_026, 1_258, 1_514, 1_770], segments.RowStart);
    }

    [Fact]
    public void A_sum_over_segments_is_the_sum_of_their_sums()
    {
        // One instrument that gains the same in all positions: sums of whole numbers are exact, so only a lost or doubled position would show.
        var book = MixedBook.WithAccounts(3);
        int instruments = book.Instruments.Count;
        PositionTable many = Table(2, 1_000, 300);
        var quantities = new double[many.Count];
        var held = new int[many.Count];
        for (int j = 0; j < quantities.Length; j++)
            (quantities[j], held[j]) = (1 + j % 7, j % instruments);
        var wide = new PositionTable(many.Accounts, many.RowStart.ToArray(), held, quantities);
        PositionTable narrow = Netted(wide, instruments);
        double[][] cut = Pipeline.Profits(With(wide), MixedBook.Model(), 100);
        double[][] whole = Pipeline.Profits(With(narrow), MixedBook.Model(), 100);
        for (int a = 0; a < 3; a++)
        {
            for (int s = 0; s < 100; s++)
                Assert.Equal(whole[a][s], cut[a][s], Tolerance.SegmentedSum * whole[a].Max(Math.Abs));
        }

        Book With(PositionTable positions) => new()
        {
            Name = book.Name,
            Currency = book.Currency,
            Instruments = book.Instruments,
            Positions = positions,
            Market = book.Market,
            History = book.History,
            Correlation = book.Correlation,
            Settings = book.Settings,
        };
    }

    private static PositionTable Netted(PositionTable wide, int instruments)
    {
        List<int> starts = [0], held = [];
        List<double> quantities = [];
        for (int a = 0; a < wide.Accounts.Count; a++)
        {
            var net = new double[instruments];
            for (int j = wide.RowStart.Span[a]; j < wide.RowStart.Span[a + 1]; j++)
                net[wide.Instrument.Span[j]] += wide.Quantity.Span[j];
            for (int i = 0; i < instruments; i++)
            {
                held.Add(i);
                quantities.Add(net[i]);
            }
            starts.Add(held.Count);
        }
        return new PositionTable(wide.Accounts, (int[])[.. starts], (int[])[.. held], (double[])[.. quantities]);
    }

    private static PositionTable Table(params int[] counts)
    {
        var start = new int[counts.Length + 1];
        for (int a = 0; a < counts.Length; a++)
            start[a + 1] = start[a] + counts[a];
        return new PositionTable([.. counts.Select((_, a) => $"A{a}")], start, new int[start[^1]], new double[start[^1]]);
    }
}
