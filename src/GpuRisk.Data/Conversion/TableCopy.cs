using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Conversion;

/// <summary>Copies a table cell by cell. What no cell of its column can hold is reported; the target is then of no use.</summary>
internal sealed class TableCopy(Table source, TableTarget target, TableColumn[] columns)
{
    private const int RowsBetweenChecks = 65_536;

    public int Run(CancellationToken cancellation)
    {
        while (source.Read())
        {
            for (int field = 0; field < columns.Length; field++)
                CopyCell(field, columns[field]);
            target.EndRow();
            if (source.Rows % RowsBetweenChecks == 0)
                cancellation.ThrowIfCancellationRequested();
        }

        return source.Rows;
    }

    private void CopyCell(int field, TableColumn column)
    {
        if (source.IsEmpty(field))
            target.WriteEmpty(field);
        else if (!TryCopy(field, column))
            target.WriteEmpty(field);
    }

    /// <summary>False where the cell holds something else; the problem is then on the list.</summary>
    private bool TryCopy(int field, TableColumn column)
    {
        switch (column.Sort)
        {
            case CellSort.Text:
                bool named = source.TryName(field, column.Name, out string text);
                if (named)
                    target.WriteText(field, text);
                return named;
            case CellSort.Number:
                bool finite = source.TryFinite(field, column.Name, out double number);
                if (finite)
                    target.WriteNumber(field, number);
                return finite;
            case CellSort.Instant:
                bool timed = source.TryInstant(field, column.Name, out DateTimeOffset instant);
                if (timed)
                    target.WriteInstant(field, instant);
                return timed;
            default:
                bool dated = source.TryDate(field, column.Name, out DateOnly date);
                if (dated)
                    target.WriteDate(field, date);
                return dated;
        }
    }
}
