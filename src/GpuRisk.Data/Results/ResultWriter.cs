using GpuRisk.Data.Models;
using GpuRisk.Data.Results.Tables;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results;

/// <summary>Writes a result into its folder: the tables, then the manifest. The folder is still to be completed.</summary>
public static class ResultWriter
{
    /// <summary>Writes <c>margin.csv</c> and the tables <c>margin</c>, <c>measures</c>, <c>tail</c>, <c>components</c> and, where there are Greeks, <c>greeks</c> and <c>instruments</c> as Arrow files.</summary>
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static void WriteTables(RunResult result, ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(folder);
        folder.Guard(() =>
        {
            MarginText.Write(result.Accounts, folder.PathOf(ResultFiles.MarginText));
            MarginTable.Write(result.Accounts, folder.PathOf(ResultFiles.Margin));
            MeasuresTable.Write(result.Accounts, folder.PathOf(ResultFiles.Measures));
            TailTable.Write(result.Accounts, folder.PathOf(ResultFiles.Tail));
            ComponentsTable.Write(result.Accounts, folder.PathOf(ResultFiles.Components));
            if (result.Greeks is { } greeks)
            {
                GreeksTable.WriteAccounts(greeks.Accounts, folder.PathOf(ResultFiles.Greeks));
                GreeksTable.WriteInstruments(greeks.Instruments, folder.PathOf(ResultFiles.Instruments));
            }
        });
    }

    /// <summary>Writes <c>model.json</c>.</summary>
    /// <exception cref="ResultFolderException">The file cannot be written.</exception>
    public static void WriteModel(ModelFile model, ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(folder);
        folder.Guard(() => ModelFileWriter.WriteTo(model, folder.PathOf(ResultFiles.Model)));
    }

    /// <summary>
    /// Writes <c>manifest.json</c> with the fingerprint of every file that the folder holds by now: call it last. It may be written again once
    /// there are more files; those that are in it do not change any more.
    /// </summary>
    /// <param name="digest">See <see cref="ResultDigest"/>.</param>
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static Manifest WriteManifest(RunResult result, RunProvenance provenance, string digest, ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.Guard(() =>
        {
            Manifest manifest = Manifest.Of(result, provenance, digest, FingerprintsOf(folder));
            ManifestWriter.Write(manifest, folder.PathOf(ResultFiles.Manifest));
            return manifest;
        });
    }

    private static List<FileFingerprint> FingerprintsOf(ResultFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder.Partial)
            .Select(path => Path.GetFileName(path))
            .Where(name => name != ResultFiles.Manifest)
            .Order(StringComparer.Ordinal)
            .Select(folder.FingerprintOf),
    ];
}
