using System.Text;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Results;
using GpuRisk.Reports;

namespace GpuRisk.Cli.Output;

/// <summary>Writes a finished run to its folder, complete or not at all.</summary>
internal static class ResultOutput
{
    private const string Report = "report.html";

    /// <returns>The digest of the result.</returns>
    public static string Write(FinishedRun run, string target, CancellationToken cancellation)
    {
        MakeParent(target);
        using ResultFolder folder = ResultFolder.Begin(target);
        ResultWriter.WriteTables(run.Result, folder);
        string digest = ResultDigest.Compute(run.Result);
        cancellation.ThrowIfCancellationRequested();
        // The report shows the manifest as it stands without the report's own hash.
        Manifest manifest = ResultWriter.WriteManifest(run.Result, run.Provenance, folder);
        string shown = File.ReadAllText(folder.PathOf(ResultFiles.Manifest));
        using (var writer = new StreamWriter(folder.PathOf(Report), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            HtmlReport.Write(writer, run.Result, digest, shown);
        manifest = ResultWriter.WriteManifest(run.Result, run.Provenance, folder);
        folder.Complete();
        return manifest.Digest;
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
