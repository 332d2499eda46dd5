using System.Text;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Tables;

/// <summary>
/// A table that is read row by row, whatever file it lies in. Every field can be asked for as text, which is what messages show;
/// what it is beyond text (a number, an instant, a date) the file decides.
/// </summary>
internal abstract class Table(FileProblems problems) : IDisposable
{
    /// <summary>The names of the columns.</summary>
    public string[] Header { get; protected set; } = [];

    /// <summary>Where the current row stands, from 1: its line in a text, its number among the rows elsewhere.</summary>
    public abstract int Line { get; }

    /// <summary>What <see cref="Line"/> counts, for messages.</summary>
    public abstract string LineWord { get; }

    /// <summary>Rows read, this one included.</summary>
    public int Rows { get; protected set; }

    /// <summary>True where a row was passed over: what it named is then not known.</summary>
    public bool HasLostRows { get; protected set; }

    protected FileProblems Problems { get; } = problems;

    /// <summary>Moves to the next row.</summary>
    public abstract bool Read();

    /// <summary>Whether a column can hold what is expected of it; otherwise the problem is on the list.</summary>
    public abstract bool Accepts(int field, CellSort sort);

    public virtual bool IsEmpty(int field) => Field(field).IsEmpty;

    /// <summary>The field as text in UTF-8; valid until the next call for the same row or the next row.</summary>
    public abstract ReadOnlySpan<byte> Field(int field);

    /// <summary>A number that a double holds exactly, or as the nearest of a decimal text; finite.</summary>
    public abstract bool TryNumber(int field, out double number);

    public abstract bool TryInstant(int field, out DateTimeOffset instant);

    public abstract bool TryDate(int field, out DateOnly date);

    /// <summary>Where the field stands in its row, from 1.</summary>
    public abstract int ColumnOf(int field);

    public string Text(int field) => Encoding.UTF8.GetString(Field(field));

    /// <summary>Reports a problem of one field of the current row.</summary>
    public void Report(int field, string message) =>
        Problems.Add(Line, Problems.IsFull ? 1 : ColumnOf(field), message);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>Called at the end of the rows.</summary>
    protected void RequireRows()
    {
        if (Rows == 0 && !Problems.Any)
            Problems.Add("the table has no rows; at least one row below the header is expected");
    }
}
