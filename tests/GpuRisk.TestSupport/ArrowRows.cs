using System.Globalization;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;

namespace GpuRisk.TestSupport;

/// <summary>An Arrow file as text: numbers in the shortest form that reads back as the same bits, a null as nothing.</summary>
public static class ArrowRows
{
    /// <summary>A line a row of all batches, fields apart by a bar.</summary>
    public static string[] Of(string path)
    {
        using ArrowFileReader reader = ArrowFileReader.FromFile(path);
        List<string> lines = [];
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            for (int row = 0; row < batch.Length; row++)
                lines.Add(string.Join('|', batch.Arrays.Select(column => Text(column, row))));
        }
        return [.. lines];
    }

    /// <summary>Name and type of each column.</summary>
    public static string[] Columns(string path)
    {
        using ArrowFileReader reader = ArrowFileReader.FromFile(path);
        return [.. reader.Schema.FieldsList.Select(field => field.ToString())];
    }

    public static string Text(IArrowArray column, int row) => column.IsNull(row) ? "" : column switch
    {
        DictionaryArray names => Text(names.Dictionary, names.GetIndex(row)!.Value),
        StringArray text => text.GetString(row)!,
        Int32Array whole => whole.GetValue(row)!.Value.ToString(CultureInfo.InvariantCulture),
        DoubleArray figure => figure.GetValue(row)!.Value.ToString("R", CultureInfo.InvariantCulture),
        FixedSizeListArray list => string.Join(' ', Enumerable.Range(0, list.ListSize).Select(i => Text(list.GetSlicedValues(row)!, i))),
        _ => throw new NotSupportedException($"A column of {column.Data.DataType} is in no table of a result."),
    };
}
