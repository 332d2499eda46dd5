using System.CommandLine;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Sensitivities;
using Spectre.Console;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk price BOOK</c>: what every instrument is worth today, and its Greeks.</summary>
internal static class PriceCommand
{
    /// <param name="Failure">Why there is no value, or why there are no Greeks; null where there are both.</param>
    private sealed record Row(InstrumentValue Value, Greeks Greeks, string? Failure);

    public static Command Create()
    {
        var book = PathName.Argument("book", "The book's folder.");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "price", "Value one unit of every instrument of a book today, in its settlement currency, with its Greeks in the book's currency.") { book, json };
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed.GetValue(book)!, parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Execute(string folder, bool asJson, CancellationToken cancellation)
    {
        using Book book = BookReader.Read(folder);
        using var processor = new CpuAccelerator();
        BookGreeks greeks = GreeksRun.OfInstruments(processor, book, cancellation);
        Dictionary<string, string> failures = greeks.Failures.ToDictionary(f => f.Instrument, f => f.Reason, StringComparer.Ordinal);
        Row[] rows =
        [
            .. InstrumentValues.Of(book).Zip(greeks.Instruments, (value, g) => new Row(value, g.Greeks, value.Failure ?? failures.GetValueOrDefault(value.Instrument))),
        ];
        if (asJson)
            PrintJson(rows, book.Currency);
        else
            PrintText(rows, book.Currency);
        return rows.Any(row => row.Failure is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void PrintText(Row[] rows, string currency)
    {
        bool failed = rows.Any(row => row.Failure is not null);
        Table table = Screen.Table(
        [
            "Instrument", "Value of one unit", "Currency", "Delta", "Gamma", $"Vega, {currency}", $"Theta, {currency}", $"Delta cash, {currency}",
            $"Gamma cash, {currency}", .. failed ? (string[])["Not priced because"] : [],
        ]);
        foreach (Row row in rows)
        {
            (InstrumentValue v, Greeks g) = (row.Value, row.Greeks);
            table.Add(
            [
                v.Instrument, Figures.Price(v.Value), v.Currency, Figures.Sensitivity(g.Delta), Figures.Sensitivity(g.Gamma), Figures.Sensitivity(g.Vega),
                Figures.Sensitivity(g.Theta), Figures.Sensitivity(g.DeltaCash), Figures.Sensitivity(g.GammaCash), .. failed ? (string[])[row.Failure ?? ""] : [],
            ]);
        }
        Screen.Create().WriteWhole(table);
    }

    private static void PrintJson(Row[] rows, string currency) => JsonOutput.Print(json =>
    {
        json.WriteStartObject();
        json.WriteString("greeksCurrency", currency);
        json.WriteStartArray("instruments");
        foreach (Row row in rows)
        {
            json.WriteStartObject();
            json.WriteString("instrument", row.Value.Instrument);
            json.WriteFigure("value", row.Value.Value);
            json.WriteString("currency", row.Value.Currency);
            GreeksJson.WriteMembers(json, row.Greeks);
            json.WriteString("failure", row.Failure);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
