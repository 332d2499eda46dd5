using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Kernels;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Simulation.Sensitivities;

/// <summary>A book's instruments as <see cref="GreeksKernels"/> reads them: inputs x instruments, options and linear contracts apart, each in the order of their profit rows.</summary>
internal sealed class GreekInputs
{
    private readonly Book book;
    private readonly InstrumentTable table;

    private GreekInputs(Book book, InstrumentTable table, int block)
    {
        this.book = book;
        this.table = table;
        OptionStride = RoundUp(table.Options, block);
        LinearStride = RoundUp(table.Linears, block);
        Options = new double[GreeksKernels.OptionInputs * OptionStride];
        Linears = new double[GreeksKernels.LinearInputs * LinearStride];
    }

    public double[] Options { get; }

    /// <summary>Options rounded up to whole blocks.</summary>
    public int OptionStride { get; }

    public double[] Linears { get; }

    public int LinearStride { get; }

    public static GreekInputs Of(Book book, InstrumentTable table, int block)
    {
        var inputs = new GreekInputs(book, table, block);
        for (int i = 0; i < book.Instruments.Count; i++)
        {
            if (book.Instruments[i] is Option option)
                inputs.Add(option, table.ProfitRow[i], table.BaseValue[i]);
            else
                inputs.AddLinear(book.Instruments[i], table.ProfitRow[i] - table.Options);
        }
        return inputs;
    }

    private void Add(Option option, int column, double value)
    {
        MarketSnapshot market = book.Market;
        double time = DayCount.Years(market.AsOf, option.Expiry);
        double spot = market.Spots[option.Underlying];
        double forward = market.Forwards[new ForwardKey(option.Underlying, option.Expiry)];
        double rate = market.Rates.GetValueOrDefault(book.Currency);
        bool inverse = option.Settlement == Settlement.Inverse;
        Write(
            Options, OptionStride, column,
            [
                ScalarMath.Log(forward / option.Strike), market.Volatilities[option.Name], time, option.Right == OptionRight.Call ? 1 : -1, spot,
                inverse ? option.Multiplier : option.Multiplier * ScalarMath.Exp(-rate * time) * (forward / spot),
                Carry(forward, spot, time), rate, inverse ? 0 : value, inverse ? value : 0,
            ]);
    }

    private void AddLinear(Instrument contract, int column)
    {
        double spot = book.Market.Spots[contract.Underlying];
        double time = 0, carry = 0;
        if (contract is Future future)
        {
            time = DayCount.Years(book.Market.AsOf, future.Expiry);
            carry = Carry(book.Market.Forwards[new ForwardKey(future.Underlying, future.Expiry)], spot, time);
        }
        ReadOnlySpan<double> terms = table.LinearReals.AsSpan(column * RevaluationKernels.LinearReals, 3);
        Write(Linears, LinearStride, column, [.. terms, spot, carry, time]);
    }

    /// <summary>ln(F/S)/T, the forward's annual carry.</summary>
    private static double Carry(double forward, double spot, double time) => ScalarMath.Log(forward / spot) / time;

    private static void Write(double[] matrix, int stride, int column, ReadOnlySpan<double> inputs)
    {
        for (int i = 0; i < inputs.Length; i++)
            matrix[i * stride + column] = inputs[i];
    }

    private static int RoundUp(int count, int block) => checked((count + block - 1) / block * block);
}
