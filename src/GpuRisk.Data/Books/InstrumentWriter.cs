using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Books;

/// <summary>Writes <c>instruments.csv</c>.</summary>
internal static class InstrumentWriter
{
    public static void Write(IReadOnlyList<Instrument> instruments, string path)
    {
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        table.WriteHeader([.. BookFiles.InstrumentColumns.Select(column => column.Name)]);
        foreach (Instrument instrument in instruments)
            WriteRow(table, instrument);
    }

    private static void WriteRow(CsvWriter table, Instrument instrument)
    {
        table.WriteName(instrument.Name);
        table.WriteField(InstrumentKinds.Words.Word(InstrumentKinds.Of(instrument)));
        table.WriteName(instrument.Underlying);
        WriteTerms(table, instrument);
        table.WriteFinite(instrument.Multiplier);
        WriteReference(table, instrument switch
        {
            Future future => future.Reference,
            Perpetual perpetual => perpetual.Reference,
            _ => null,
        });
        table.EndRecord();
    }

    /// <summary>Expiry, strike and right.</summary>
    private static void WriteTerms(CsvWriter table, Instrument instrument)
    {
        if (instrument is Option option)
        {
            table.WriteInstant(option.Expiry);
            table.WriteFinite(option.Strike);
            table.WriteField(InstrumentKinds.Rights.Word(option.Right));
            return;
        }

        if (instrument is Future future)
            table.WriteInstant(future.Expiry);
        else
            table.WriteEmpty();
        table.WriteEmpty();
        table.WriteEmpty();
    }

    private static void WriteReference(CsvWriter table, double? reference)
    {
        if (reference is { } price)
            table.WriteFinite(price);
        else
            table.WriteEmpty();
    }
}
