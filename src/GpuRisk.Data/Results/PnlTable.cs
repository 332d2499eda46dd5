using System.Globalization;
using System.Runtime.InteropServices;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Columnar;
using GpuRisk.Data.Results.Tables;
using Microsoft.Win32.SafeHandles;

namespace GpuRisk.Data.Results;

/// <summary>
/// <c>pnl.arrow</c>: one row an account, in the order of the book: its profit in every scenario, gains positive, as a list of that length.
/// The file is laid out first, with zeros for profits that take no room in memory; profits then go to their places in whatever order they
/// come. Not safe for several threads.
/// </summary>
public sealed class PnlTable : IDisposable
{
    /// <summary>Profits a batch, at most, and at least one account: batches that readers hold easily.</summary>
    private const int BatchProfits = 1 << 23;

    private const int Alignment = 64;

    private readonly SafeFileHandle file;
    private readonly ResultFolder folder;
    private readonly int accounts;
    private readonly int scenarios;
    private readonly long bytes;
    private readonly int batchAccounts;
    private readonly List<long> starts = [];

    private PnlTable(SafeFileHandle file, ResultFolder folder, int accounts, int scenarios)
    {
        this.file = file;
        this.folder = folder;
        this.accounts = accounts;
        this.scenarios = scenarios;
        bytes = Bytes(accounts, scenarios);
        batchAccounts = Math.Clamp(BatchProfits / scenarios, 1, Math.Max(1, accounts));
    }

    /// <summary>Lays the file out, over an earlier one. Its whole size is taken from the disk at once.</summary>
    /// <exception cref="ResultFolderException">There is no room for it, or it cannot be written.</exception>
    public static PnlTable Create(ResultFolder folder, IReadOnlyList<string> accounts, int scenarios)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentOutOfRangeException.ThrowIfLessThan(scenarios, 1);
        long bytes = Bytes(accounts.Count, scenarios);
        string path = folder.PathOf(ResultFiles.Pnl);
        PnlTable? table = null;
        try
        {
            // A file that is there already would keep its profits where this one has none yet.
            File.Delete(path);
            RequireRoom(path, bytes);
            table = new PnlTable(File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.None, bytes), folder, accounts.Count, scenarios);
            table.LayOut(accounts);
            return table;
        }
        catch (Exception failure) when (DiskFailure.Is(failure))
        {
            table?.Dispose();
            throw Unwritable(folder, bytes, failure);
        }
    }

    /// <summary>Writes profits of one account: of scenario <paramref name="firstScenario"/> and those after it.</summary>
    /// <exception cref="ResultFolderException">The file cannot be written.</exception>
    public void Write(int account, int firstScenario, ReadOnlySpan<double> profits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(account);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(account, accounts);
        ArgumentOutOfRangeException.ThrowIfNegative(firstScenario);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(profits.Length, scenarios - firstScenario, nameof(profits));
        (int batch, int row) = int.DivRem(account, batchAccounts);
        try
        {
            RandomAccess.Write(file, MemoryMarshal.AsBytes(profits), starts[batch] + ((long)row * scenarios + firstScenario) * sizeof(double));
        }
        catch (Exception failure) when (DiskFailure.Is(failure))
        {
            throw Unwritable(folder, bytes, failure);
        }
    }

    public void Dispose() => file.Dispose();

    private void LayOut(IReadOnlyList<string> names)
    {
        DictionaryType account = new(Int32Type.Default, StringType.Default, ordered: false);
        FixedSizeListType profits = new(new Field("item", DoubleType.Default, nullable: false), scenarios);
        Schema schema = new([new Field("account", account, nullable: false), new Field("pnl", profits, nullable: false)], TableMetadata.Of("pnl"));
        StringArray dictionary = new StringArray.Builder().AppendRange(names).Build();
        ArrowBuffer zeros = ArrowBuffer.FromArray(new double[(long)Math.Min(batchAccounts, accounts) * scenarios]);
        using SparseStream stream = new(file);
        using ArrowFileWriter writer = new(stream, schema);
        for (int first = 0; first < accounts; first += batchAccounts)
        {
            int rows = Math.Min(batchAccounts, accounts - first);
            Int32Array indices = new Int32Array.Builder().AppendRange(Enumerable.Range(first, rows)).Build();
            ArrayData values = new(DoubleType.Default, rows * scenarios, 0, 0, [ArrowBuffer.Empty, zeros]);
            FixedSizeListArray lists = new(new ArrayData(profits, rows, 0, 0, [ArrowBuffer.Empty], [values]));
            writer.WriteRecordBatch(new RecordBatch(schema, [new DictionaryArray(account, indices, dictionary), lists], rows));
            // The profits are the last buffer of the batch's body, which ends here, padded to whole 64 bytes.
            starts.Add(stream.Position - (Bytes(rows, scenarios) + Alignment - 1) / Alignment * Alignment);
        }

        writer.WriteEnd();
    }

    /// <summary>Taking the size from the disk says so too, but not every file system does that.</summary>
    private static void RequireRoom(string path, long bytes)
    {
        string disk = OperatingSystem.IsWindows() ? Path.GetPathRoot(path)! : path;
        // A share on a network has no drive to ask.
        if (!disk.StartsWith(@"\\", StringComparison.Ordinal) && new DriveInfo(Path.GetDirectoryName(disk) ?? disk).AvailableFreeSpace is var free && free < bytes)
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"the disk has room for {free >> 20:N0} MiB"));
    }

    private static long Bytes(int accounts, int scenarios) => (long)accounts * scenarios * sizeof(double);

    private static ResultFolderException Unwritable(ResultFolder folder, long bytes, Exception cause) => new(
        folder.Target,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ResultFiles.Pnl} cannot be written ({DiskFailure.Reason(cause)}); a writable place with room for {(bytes >> 20) + 1:N0} MiB is expected, or a run without it"),
        cause);
}
