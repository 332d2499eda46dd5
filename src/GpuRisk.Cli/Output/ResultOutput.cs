using System.Text;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Results;
using GpuRisk.Reports;

namespace GpuRisk.Cli.Output;

/// <summary>Writes a finished run to its folder, complete or not at all.</summary>
internal static class ResultOutput
{
    /// <summary>Takes the place of the result; whatever bears its name now stays until the new one is whole.</summary>
    public static ResultFolder Begin(string target)
    {
        MakeParent(target);
        return ResultFolder.Begin(target);
    }

    /// <returns>The digest of the result.</returns>
    public static string Write(FinishedRun run, ResultFolder folder, CancellationToken cancellation)
    {
        ResultWriter.WriteTables(run.Result, folder);
        if (run.Model is { } model)
            ResultWriter.WriteModel(model, folder);
        string digest = ResultDigest.Compute(run.Result);
        cancellation.ThrowIfCancellationRequested();
        // The report shows the manifest as it stands without the report's own hash.
        ResultWriter.WriteManifest(run.Result, run.Provenance, digest, folder);
        string shown = File.ReadAllText(folder.PathOf(ResultFiles.Manifest));
        using (var writer = new StreamWriter(folder.PathOf(ResultFiles.Report), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            HtmlReport.Write(writer, run.Result, digest, shown);
        ResultWriter.WriteManifest(run.Result, run.Provenance, digest, folder);
        cancellation.ThrowIfCancellationRequested();
        folder.Complete();
        return digest;
    }

    private static void MakeParent(string target)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target)) ?? target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ResultFolderException(target, "its parent folder cannot be made; a place where a folder can be made is expected", failure);
        }
    }
}
