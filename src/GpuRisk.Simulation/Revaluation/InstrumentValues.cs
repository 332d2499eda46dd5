using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>The value of one unit of an instrument today, in the currency it settles in.</summary>
/// <param name="Value">NaN where it failed.</param>
/// <param name="Failure">Why there is no value, or null.</param>
public sealed record InstrumentValue(string Instrument, double Value, string Currency, string? Failure);

/// <summary>Values a book's instruments as the revaluation does, without a scenario.</summary>
public static class InstrumentValues
{
    public static IReadOnlyList<InstrumentValue> Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        InstrumentTable table = InstrumentCompiler.Compile(book, []);
        Dictionary<string, string> failures = table.Failures.ToDictionary(f => f.Instrument, f => f.Reason, StringComparer.Ordinal);
        var values = new InstrumentValue[book.Instruments.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Instrument instrument = book.Instruments[i];
            bool inverse = SettlementOf(instrument) == Settlement.Inverse;
            double value = inverse ? table.BaseValue[i] / book.Market.Spots[instrument.Underlying] : table.BaseValue[i];
            values[i] = new InstrumentValue(
                instrument.Name, value, inverse ? instrument.Underlying : book.Currency, failures.GetValueOrDefault(instrument.Name));
        }
        return values;
    }

    private static Settlement SettlementOf(Instrument instrument) => instrument switch
    {
        Option option => option.Settlement,
        Future future => future.Settlement,
        Perpetual perpetual => perpetual.Settlement,
        _ => Settlement.Linear,
    };
}
