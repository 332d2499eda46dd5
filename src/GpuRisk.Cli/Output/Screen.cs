using Spectre.Console;

namespace GpuRisk.Cli.Output;

/// <summary>Standard output: coloured on a terminal, plain and wide enough for any table elsewhere.</summary>
internal static class Screen
{
    private const int WidePage = 240;

    public static IAnsiConsole Create()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidePage;
        return console;
    }

    public static Table Table(params string[] headers)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (int i = 0; i < headers.Length; i++)
            table.AddColumn(i == 0 ? new TableColumn(Markup.Escape(headers[i])).NoWrap() : new TableColumn(Markup.Escape(headers[i])).RightAligned().NoWrap());
        return table;
    }

    public static void Line(this IAnsiConsole console, string text) => console.WriteLine(text);
}
