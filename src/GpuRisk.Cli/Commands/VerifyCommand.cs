using System.CommandLine;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk verify RESULT</c>: computes a result again from its manifest and compares digests.</summary>
internal sealed class VerifyCommand
{
    private readonly Argument<string> result = PathName.Argument("result", "The result's folder, or its manifest.json.");

    private readonly Option<string?> book = PathName.Option("--book", "The book's folder, where it has moved.", "DIR");

    private readonly Option<string?> shocks = PathName.Option("--shocks", "The file of given scenarios, where it has moved.", "FILE");

    private readonly Option<string?> model = PathName.Option("--model", "The file of the model, where it has moved.", "FILE");

    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    private readonly DeviceOptions device;

    private VerifyCommand(Command command)
    {
        command.Arguments.Add(result);
        command.Options.Add(book);
        command.Options.Add(shocks);
        command.Options.Add(model);
        command.Options.Add(json);
        device = new DeviceOptions(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("verify", "Compute a result again from its manifest and compare.");
        _ = new VerifyCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        string path = parsed.GetValue(result)!;
        Manifest manifest = ManifestReader.Read(path);
        string folder = parsed.GetValue(book) ?? manifest.Book.Path;
        string? shocksFile = parsed.GetValue(shocks) ?? manifest.ShocksFile;
        string? modelFile = parsed.GetValue(model) ?? manifest.ModelFile;
        RefuseUnread("--shocks", parsed.GetValue(shocks), manifest.ShocksFile);
        RefuseUnread("--model", parsed.GetValue(model), manifest.ModelFile);
        RecordedFiles.CheckInputs(manifest, folder, shocksFile ?? modelFile);
        string place = Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? "";
        IReadOnlyList<InputProblem> changed = RecordedFiles.Compare(manifest.Outputs, file => Path.Combine(place, file.File));

        Precision precision = RecordedPrecision(manifest, path);
        using var progress = new RunProgress();
        var request = new BookRunRequest
        {
            Folder = folder,
            ShocksFile = shocksFile,
            ModelFile = modelFile,
            Override = _ => manifest.Settings,
            Greeks = false,
        };
        var job = new BookRun(progress, cancellation);
        using PreparedRun prepared = job.Prepare(request);
        using DeviceRuns devices = device.Open(parsed, precision, progress);
        FinishedRun run = devices.Execute(on => job.Execute(prepared, on));
        progress.Dispose();
        string digest = ResultDigest.Compute(run.Result);
        bool same = digest == manifest.Digest && changed.Count == 0;
        if (parsed.GetValue(json))
            PrintJson(manifest, run, digest, changed, same);
        else
            PrintText(manifest, run, digest, changed, same);
        return same ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>A file that the run did not read would change what it computed.</summary>
    private static void RefuseUnread(string option, string? given, string? recorded)
    {
        if (given is not null && recorded is null)
            throw new UsageException($"{option} {given}: the result was computed without such a file; leave it out.");
    }

    /// <summary>Unlike the device, the precision decides the figures.</summary>
    private static Precision RecordedPrecision(Manifest manifest, string path) =>
        Precisions.TryParse(manifest.Precision, out Precision precision)
            ? precision
            : throw new InvalidInputException(new InputProblem(path, 1, 1, $"precision \"{manifest.Precision}\" is unknown; expected \"double\" or \"mixed\""));

    private static void PrintText(Manifest manifest, FinishedRun run, string digest, IReadOnlyList<InputProblem> changed, bool same)
    {
        Console.Out.WriteLine($"recorded  {manifest.Digest}  {manifest.Accelerator}");
        Console.Out.WriteLine($"computed  {digest}  {run.Result.Accelerator}");
        ErrorLines.Write([.. changed.Select(problem => problem.ToString())]);
        if (same)
            Console.Out.WriteLine("verified: the same inputs give the same bits, and every file of the result is as it was written.");
        else if (digest != manifest.Digest)
            ErrorLines.Write("gpurisk: NOT verified: the digests differ.");
        else
            ErrorLines.Write("gpurisk: NOT verified: the figures are right, but files of the result were changed.");
    }

    private static void PrintJson(Manifest manifest, FinishedRun run, string digest, IReadOnlyList<InputProblem> changed, bool same) => JsonOutput.Print(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("verified", same);
        writer.WriteString("recorded", manifest.Digest);
        writer.WriteString("computed", digest);
        writer.WriteString("accelerator", run.Result.Accelerator);
        writer.WriteStartArray("changedFiles");
        foreach (InputProblem problem in changed)
            writer.WriteStringValue(problem.File);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
