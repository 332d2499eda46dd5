using System.CommandLine;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Revaluation;
using Spectre.Console;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk price BOOK</c>: what every instrument is worth today.</summary>
internal static class PriceCommand
{
    public static Command Create()
    {
        var book = PathName.Argument("book", "The book's folder.");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("price", "Value one unit of every instrument of a book today, in its settlement currency.") { book, json };
        command.SetAction((parsed, _) => Task.FromResult(Execute(parsed.GetValue(book)!, parsed.GetValue(json))));
        return command;
    }

    private static int Execute(string folder, bool asJson)
    {
        Book book = BookReader.Read(folder);
        IReadOnlyList<InstrumentValue> values = InstrumentValues.Of(book);
        if (asJson)
            PrintJson(values);
        else
            PrintText(values);
        return values.Any(v => v.Failure is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void PrintText(IReadOnlyList<InstrumentValue> values)
    {
        bool failed = values.Any(v => v.Failure is not null);
        Table table = Screen.Table(["Instrument", "Value of one unit", "Currency", .. failed ? (string[])["Not priced because"] : []]);
        foreach (InstrumentValue v in values)
            table.Add([v.Instrument, Figures.Price(v.Value), v.Currency, .. failed ? (string[])[v.Failure ?? ""] : []]);
        Screen.Create().WriteWhole(table);
    }

    private static void PrintJson(IReadOnlyList<InstrumentValue> values) => JsonOutput.Print(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("instruments");
        foreach (InstrumentValue v in values)
        {
            json.WriteStartObject();
            json.WriteString("instrument", v.Instrument);
            json.WriteFigure("value", v.Value);
            json.WriteString("currency", v.Currency);
            json.WriteString("failure", v.Failure);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
