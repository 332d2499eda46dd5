using System.Text.Json;
using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>Writes <c>book.json</c> with the settings in force; of the members that may be left out, those at their defaults are.</summary>
internal static class BookSettingsWriter
{
    public static void Write(Book book, string path)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, JsonFormat.Writing);
        json.WriteStartObject();
        json.WriteString("name", TableName.Checked(book.Name));
        json.WriteString("asOf", Instant.Format(book.Market.AsOf));
        json.WriteString("currency", TableName.Checked(book.Currency));
        WriteSections(json, book.Settings);
        json.WriteEndObject();
        json.Flush();
        file.Write("\n"u8);
    }

    /// <summary>The three sections <c>simulation</c>, <c>calibration</c> and <c>margin</c> of the current object.</summary>
    public static void WriteSections(Utf8JsonWriter json, BookSettings settings)
    {
        SimulationSection.Write(json, settings.Simulation);
        CalibrationSection.Write(json, settings.Calibration);
        MarginSection.Write(json, settings.Margin);
    }
}
