using Spectre.Console;
using Spectre.Console.Rendering;

namespace GpuRisk.Cli.Output;

/// <summary>Standard output: coloured on a terminal, plain and as wide as it takes elsewhere.</summary>
internal static class Screen
{
    /// <summary>More than any table takes.</summary>
    private const int Unlimited = 1 << 16;

    public static IAnsiConsole Create()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = Unlimited;
        return console;
    }

    public static Table Table(params string[] headers)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (int i = 0; i < headers.Length; i++)
            table.AddColumn(i == 0 ? new TableColumn(Markup.Escape(headers[i])).NoWrap() : new TableColumn(Markup.Escape(headers[i])).RightAligned().NoWrap());
        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public static void Add(this Table table, params IEnumerable<string> cells) => table.AddRow([.. cells.Select(cell => Markup.Escape(ErrorLines.Shown(cell)))]);

    /// <summary>A line as it is; where a terminal is narrower it breaks the line itself, and copying gives the line back whole.</summary>
    public static void Line(this IAnsiConsole console, string text)
    {
        console.Profile.Out.Writer.WriteLine(ErrorLines.Shown(text));
    }

    public static bool Fits(this IAnsiConsole console, Table table) =>
        ((IRenderable)table).Measure(RenderOptions.Create(console), Unlimited).Max <= console.Profile.Width;

    /// <summary>Writes the table without breaking its rows: a terminal that is too narrow breaks them itself.</summary>
    public static void WriteWhole(this IAnsiConsole console, Table table)
    {
        int width = console.Profile.Width;
        console.Profile.Width = Unlimited;
        console.Write(table);
        console.Profile.Width = width;
    }
}
