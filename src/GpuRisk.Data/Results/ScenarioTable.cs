using System.Globalization;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Columnar;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Results;

/// <summary>
/// <c>scenarios.arrow</c>: one row a scenario, in the order drawn: its name, then its shock of each factor. A table of outside scenarios, which a
/// run can be given. Written batch by batch; not safe for several threads.
/// </summary>
public sealed class ScenarioTable : IDisposable
{
    /// <summary>Shocks a batch, at most.</summary>
    private const int BatchShocks = 1 << 21;

    private readonly ResultFolder folder;
    private readonly IReadOnlyList<string>? labels;
    private readonly Schema schema;
    private readonly ArrowFileWriter file;
    private readonly StringArray.Builder names = new();
    private readonly DoubleArray.Builder[] shocks;
    private readonly int batchRows;

    private ScenarioTable(ResultFolder folder, IReadOnlyList<FactorId> factors, IReadOnlyList<string>? labels)
    {
        this.folder = folder;
        this.labels = labels;
        shocks = [.. factors.Select(_ => new DoubleArray.Builder())];
        batchRows = Math.Max(1, BatchShocks / Math.Max(1, factors.Count));
        schema = new Schema(
            [
                new Field("scenario", StringType.Default, nullable: false),
                .. factors.Select(factor => new Field(factor.ToString(), DoubleType.Default, nullable: false)),
            ],
            TableMetadata.Of("scenarios"));
        // Without a buffer of its own: closing the file writes nothing, and so cannot fail.
        file = new ArrowFileWriter(
            new FileStream(folder.PathOf(ResultFiles.Scenarios), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), schema);
    }

    /// <summary>Begins the file, over an earlier one.</summary>
    /// <param name="labels">A name for each scenario; null: their numbers, from 0.</param>
    /// <exception cref="ResultFolderException">The file cannot be written.</exception>
    public static ScenarioTable Create(ResultFolder folder, IReadOnlyList<FactorId> factors, IReadOnlyList<string>? labels)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(factors);
        return folder.Guard(() => new ScenarioTable(folder, factors, labels));
    }

    /// <summary>Writes the next scenarios: <paramref name="count"/> from <paramref name="first"/> on.</summary>
    /// <param name="values">That of factor f and scenario first + i at <c>f * stride + i</c>.</param>
    /// <exception cref="ResultFolderException">The file cannot be written.</exception>
    public void Write(int first, int count, int stride, ReadOnlySpan<double> values)
    {
        // Batches end at places of their own, not where blocks do: how a run is cut up changes no byte.
        for (int offset = 0; offset < count;)
        {
            int part = Math.Min(count - offset, batchRows - names.Length);
            for (int f = 0; f < shocks.Length; f++)
                shocks[f].Append(values.Slice(f * stride + offset, part));
            for (int i = 0; i < part; i++)
                names.Append(NameOf(first + offset + i));
            offset += part;
            if (names.Length == batchRows)
                WriteBatch();
        }
    }

    /// <summary>Writes the rows that are left and the end of the file.</summary>
    /// <exception cref="ResultFolderException">The file cannot be written.</exception>
    public void Complete()
    {
        if (names.Length > 0)
            WriteBatch();
        folder.Guard(file.WriteEnd);
    }

    public void Dispose() => file.Dispose();

    private string NameOf(int scenario) => labels?[scenario] ?? scenario.ToString(CultureInfo.InvariantCulture);

    private void WriteBatch() => folder.Guard(() =>
    {
        int rows = names.Length;
        file.WriteRecordBatch(new RecordBatch(schema, [names.Build(), .. shocks.Select(column => (IArrowArray)column.Build())], rows));
    });
}
