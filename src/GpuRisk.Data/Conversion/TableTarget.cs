namespace GpuRisk.Data.Conversion;

/// <summary>A table that is written cell by cell, each row from its first field to its last.</summary>
internal abstract class TableTarget : IDisposable
{
    public abstract void WriteText(int field, string text);

    public abstract void WriteNumber(int field, double number);

    public abstract void WriteInstant(int field, DateTimeOffset instant);

    public abstract void WriteDate(int field, DateOnly date);

    public abstract void WriteEmpty(int field);

    public abstract void EndRow();

    /// <summary>Writes what is still to be written: the file is then whole.</summary>
    public abstract void Complete();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
