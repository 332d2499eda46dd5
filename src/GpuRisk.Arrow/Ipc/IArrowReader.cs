namespace GpuRisk.Arrow.Ipc;

/// <summary>A table read batch by batch.</summary>
public interface IArrowReader : IDisposable
{
    Schema Schema { get; }

    /// <summary>The next batch, or null after the last.</summary>
    /// <exception cref="InvalidArrowException">The data are damaged, or use a part of the format that is not read.</exception>
    RecordBatch? ReadNextRecordBatch();
}
