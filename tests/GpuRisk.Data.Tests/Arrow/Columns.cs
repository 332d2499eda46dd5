using System.Numerics;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Data.Tests.Arrow;

/// <summary>Makes columns of every type from text, and files of columns.</summary>
internal static class Columns
{
    public static StringArray Text(params string?[] texts) => new StringArray.Builder().AppendRange(texts).Build();

    public static DoubleArray Numbers(params double?[] numbers)
    {
        DoubleArray.Builder column = new();
        foreach (double? number in numbers)
            column.Append(number);
        return column.Build();
    }

    public static TimestampArray Timestamps(TimeUnit unit, string? zone, params long?[] counts)
    {
        TimestampArray.Builder column = new(new TimestampType(unit, zone));
        foreach (long? count in counts)
            column.Append(count);
        return column.Build();
    }

    /// <summary>Names as a dictionary, in the order given.</summary>
    public static DictionaryArray Dictionary(int?[] indices, params string?[] names) => Dictionary(Int32Type.Default, indices, Text(names));

    public static DictionaryArray Dictionary(IntegerType type, int?[] indices, IArrowArray names) =>
        new(new DictionaryType(type, names.Data.DataType, ordered: false), Integers(type, indices), names);

    public static IArrowArray Integers(IntegerType type, params int?[] values) => type.TypeId switch
    {
        ArrowTypeId.Int8 => Fill<sbyte, Int8Array, Int8Array.Builder>(new(), values),
        ArrowTypeId.Int16 => Fill<short, Int16Array, Int16Array.Builder>(new(), values),
        ArrowTypeId.Int32 => Fill<int, Int32Array, Int32Array.Builder>(new(), values),
        ArrowTypeId.Int64 => Fill<long, Int64Array, Int64Array.Builder>(new(), values),
        ArrowTypeId.UInt8 => Fill<byte, UInt8Array, UInt8Array.Builder>(new(), values),
        ArrowTypeId.UInt16 => Fill<ushort, UInt16Array, UInt16Array.Builder>(new(), values),
        ArrowTypeId.UInt32 => Fill<uint, UInt32Array, UInt32Array.Builder>(new(), values),
        _ => Fill<ulong, UInt64Array, UInt64Array.Builder>(new(), values),
    };

    /// <summary>Names by type: utf8, large_utf8, or a dictionary with indices of a type, of large_utf8 after a '+'.</summary>
    public static IArrowArray Names(string type, params string?[] names)
    {
        if (type == "utf8")
            return Text(names);
        if (type == "large_utf8")
            return LargeText(names);
        string[] distinct = [.. names.Where(name => name is not null).Distinct()!];
        int?[] indices = [.. names.Select(name => name is null ? (int?)null : System.Array.IndexOf(distinct, name))];
        return Dictionary(IntegerOf(type.TrimEnd('+')), indices, type.EndsWith('+') ? LargeText(distinct) : Text(distinct));
    }

    public static IntegerType IntegerOf(string name) =>
        new IntegerType[] { Int8Type.Default, Int16Type.Default, Int32Type.Default, Int64Type.Default, UInt8Type.Default, UInt16Type.Default, UInt32Type.Default, UInt64Type.Default }
            .Single(type => type.Name == name);

    public static void Write(string path, params (string Name, IArrowArray[] Batches)[] columns)
    {
        Schema schema = new(columns.Select(column => new Field(column.Name, column.Batches[0].Data.DataType, nullable: true)));
        using ArrowFileWriter writer = new(File.Create(path), schema);
        for (int batch = 0; batch < columns[0].Batches.Length; batch++)
            writer.WriteRecordBatch(new RecordBatch(schema, columns.Select(column => column.Batches[batch]), columns[0].Batches[batch].Length));
        writer.WriteEnd();
    }

    public static void Write(string path, params (string Name, IArrowArray Column)[] columns) =>
        Write(path, [.. columns.Select(column => (column.Name, new[] { column.Column }))]);

    /// <summary>The same file with another column in the place of one.</summary>
    public static void Replace(string path, string name, IArrowArray column)
    {
        (string, IArrowArray)[] columns;
        using (ArrowFileReader reader = ArrowFileReader.FromFile(path))
        {
            RecordBatch batch = reader.ReadRecordBatch(0);
            columns = [.. reader.Schema.FieldsList.Select((field, at) => (field.Name, field.Name == name ? column : batch.Column(at)))];
        }

        Write(path, columns);
    }

    private static LargeStringArray LargeText(params string?[] texts)
    {
        LargeStringArray.Builder column = new();
        foreach (string? text in texts)
            column.Append(text);
        return column.Build();
    }

    private static TArray Fill<T, TArray, TBuilder>(TBuilder column, int?[] values)
        where T : unmanaged, IBinaryInteger<T>
        where TArray : PrimitiveArray<T>
        where TBuilder : PrimitiveArrayBuilder<T, TArray, TBuilder>
    {
        foreach (int? value in values)
            column.Append(value is { } known ? T.CreateChecked(known) : (T?)null);
        return column.Build();
    }
}
