using System.CommandLine;
using System.Globalization;
using GpuRisk.Benchmarks.Loads;

namespace GpuRisk.Benchmarks.Commands;

/// <summary><c>load DIR --rows N</c>: a book of N positions from CSV, from Arrow, and its bare bytes.</summary>
internal sealed class LoadCommand
{
    private const double Mega = 1e6;

    private readonly Argument<string> folder = new("folder") { Description = "Where the files are made, once for each number of rows." };

    private readonly Option<int> rows = new("--rows") { Description = "Number of positions.", HelpName = "N", DefaultValueFactory = _ => 10_000_000 };

    private readonly Option<int> repeat = new("--repeat") { Description = "How often each is loaded; the best counts. CSV: half as often.", HelpName = "N", DefaultValueFactory = _ => 6 };

    private LoadCommand(Command command)
    {
        command.Arguments.Add(folder);
        command.Options.Add(rows);
        command.Options.Add(repeat);
        rows.Validators.Add(result => RequireFrom1(result.GetValueOrDefault<int>(), "--rows", result));
        repeat.Validators.Add(result => RequireFrom1(result.GetValueOrDefault<int>(), "--repeat", result));
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("load", "Load a book of many positions from CSV and from Arrow, beside reading its bare bytes.");
        _ = new LoadCommand(command);
        return command;
    }

    /// <summary>The part that runs in a process of its own.</summary>
    public static Command CreateOne()
    {
        var folder = new Argument<string>("folder");
        var repeat = new Option<int>("--repeat") { DefaultValueFactory = _ => 1 };
        var bare = new Option<bool>("--bare");
        var command = new Command("load-one", "Load the book of a folder; print seconds, peak memory and a check sum.") { folder, repeat, bare };
        command.Hidden = true;
        command.SetAction((parsed, _) =>
        {
            Console.Out.WriteLine(LoadRun.Measure(parsed.GetValue(folder)!, parsed.GetValue(repeat), parsed.GetValue(bare)).ToLine());
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        int count = parsed.GetValue(rows), repeats = parsed.GetValue(repeat);
        LoadFiles files = LoadFiles.Make(parsed.GetValue(folder)!, count, cancellation);
        LoadRun arrow = LoadRun.MeasureApart(files.Arrow, repeats, bare: true), csv = LoadRun.MeasureApart(files.Csv, Math.Max(1, repeats / 2), bare: true);
        cancellation.ThrowIfCancellationRequested();
        long arrowPeak = LoadRun.MeasureApart(files.Arrow, 1, bare: false).PeakMemoryBytes, csvPeak = LoadRun.MeasureApart(files.Csv, 1, bare: false).PeakMemoryBytes;
        long arrowBytes = LoadFiles.BytesOf(files.Arrow), csvBytes = LoadFiles.BytesOf(files.Csv);
        Line($"load          {count:N0} positions, {count / (double)LoadBook.PositionsAnAccount:N0} accounts");
        Line($"csv           {csv.Best:F3} s (first {csv.First:F3}), its {csvBytes / Mega:N1} MB read into memory in {csv.Read:F4} s, through a buffer in {csv.Passed:F4} s; peak {csvPeak / Mega:N1} MB");
        Line($"arrow         {arrow.Best:F4} s (first {arrow.First:F3}), its {arrowBytes / Mega:N1} MB read into memory in {arrow.Read:F4} s, through a buffer in {arrow.Passed:F4} s; peak {arrowPeak / Mega:N1} MB");
        Line($"csv / arrow   {csv.Best / arrow.Best:F1}");
        Line($"arrow / read  {arrow.Best / arrow.Read:F2} (into memory), {arrow.Best / arrow.Passed:F2} (through a buffer)");
        Line($"peak - file   {(arrowPeak - arrowBytes) / Mega:N1} MB");
        if (arrow.CheckSum == csv.CheckSum)
            return ExitCode.Done;
        Console.Error.WriteLine("the two books differ.");
        return ExitCode.Failed;
    }

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void RequireFrom1(int value, string name, System.CommandLine.Parsing.SymbolResult result)
    {
        if (value < 1)
            result.AddError($"{name}: expected a whole number from 1.");
    }
}
