using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>A column of every type, of any length, with nulls where they are asked for.</summary>
internal sealed class SampleColumns(int length, Func<int, bool> isNull, ulong seed = 1)
{
    private static readonly TimeUnit[] Units = [TimeUnit.Second, TimeUnit.Millisecond, TimeUnit.Microsecond, TimeUnit.Nanosecond];

    private static readonly IArrowType[] FixedTypes =
    [
        BooleanType.Default, Int8Type.Default, Int16Type.Default, Int32Type.Default, Int64Type.Default, UInt8Type.Default, UInt16Type.Default,
        UInt32Type.Default, UInt64Type.Default, HalfFloatType.Default, FloatType.Default, DoubleType.Default, Date32Type.Default, Date64Type.Default,
        .. Units.Select(u => new TimestampType(u, u == TimeUnit.Second ? null : "Europe/Zurich")), new Time32Type(TimeUnit.Second),
        new Time32Type(TimeUnit.Millisecond), new Time64Type(TimeUnit.Microsecond), new Time64Type(TimeUnit.Nanosecond),
        .. Units.Select(u => new DurationType(u)), new IntervalType(IntervalUnit.YearMonth), new IntervalType(IntervalUnit.DayTime),
        new IntervalType(IntervalUnit.MonthDayNanosecond), new Decimal128Type(38, 4), new Decimal256Type(76, -2), new FixedSizeBinaryType(3),
    ];

    private readonly SplitMix random = new(seed);

    public static IEnumerable<string> Names => new SampleColumns(0, _ => false).All().Select(c => c.Field.Name);

    public static RecordBatch Batch(int length, Func<int, bool> isNull, ulong seed = 1, Predicate<string>? which = null)
    {
        var columns = new SampleColumns(length, isNull, seed).All().Where(c => which?.Invoke(c.Field.Name) ?? true).ToList();
        return new RecordBatch(
            new Schema(columns.Select(c => c.Field), [new("made by", "a test"), new("empty", "")]), columns.Select(c => c.Array), length);
    }

    private IEnumerable<(Field Field, IArrowArray Array)> All() => Arrays().Select(a =>
        (new Field(a.Data.DataType.ToString()!, a.Data.DataType, true, [new("column", a.Data.DataType.ToString()!)]), a));

    private IEnumerable<IArrowArray> Arrays()
    {
        IArrowArray[] plain =
        [
            new NullArray(length), .. FixedTypes.Select(Fixed), Strings(length), Large(Strings(length), LargeStringType.Default), Binaries(),
            Large(Binaries(), LargeBinaryType.Default),
        ];
        return [.. plain, List(), LargeList(), FixedList(), Struct(), Map(), Sparse(), Dense(), .. Dictionaries(), ListOfDictionary(), Deep()];
    }

    private IArrowArray Fixed(IArrowType type) => Fixed(type, length, Validity());

    private IArrowArray Fixed(IArrowType type, int count, ArrowBuffer validity)
    {
        byte[] bytes = new byte[(count * (long)((FixedWidthType)type).BitWidth + 7) / 8];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)random.Below(256);
        return ArrowArrayFactory.BuildArray(new ArrayData(type, count, ArrayData.UnknownNullCount, 0, [validity, new ArrowBuffer(bytes)]));
    }

    private ArrowBuffer Validity()
    {
        byte[] bits = new byte[(length + 7) / 8];
        bool any = false;
        for (int i = 0; i < length; i++)
        {
            any |= isNull(i);
            bits[i / 8] |= (byte)(isNull(i) ? 0 : 1 << i % 8);
        }
        return any ? new ArrowBuffer(bits) : ArrowBuffer.Empty;
    }

    private StringArray Strings(int count)
    {
        var builder = new StringArray.Builder();
        for (int i = 0; i < count; i++)
            builder.Append(isNull(i) ? null : new string("aé中\U0001F600"[random.Below(3)], random.Below(5)) + i);
        return builder.Build();
    }

    private BinaryArray Binaries()
    {
        var builder = new BinaryArray.Builder();
        for (int i = 0; i < length; i++)
        {
            if (isNull(i))
                builder.AppendNull();
            else
                builder.Append(Enumerable.Range(0, random.Below(6)).Select(_ => (byte)random.Below(256)).ToArray());
        }
        return builder.Build();
    }

    private static IArrowArray Large(BinaryArray array, IArrowType type)
    {
        long[] offsets = [.. array.ValueOffsets.ToArray().Select(o => (long)o)];
        return ArrowArrayFactory.BuildArray(
            new ArrayData(type, array.Length, array.NullCount, 0, [array.NullBitmapBuffer, ArrowBuffer.FromArray(offsets), array.ValueBuffer]));
    }

    /// <summary>0 to 3 values a row.</summary>
    private int[] Offsets()
    {
        int[] offsets = new int[length + 1];
        for (int i = 0; i < length; i++)
            offsets[i + 1] = offsets[i] + random.Below(4);
        return offsets;
    }

    private ListArray List()
    {
        int[] offsets = Offsets();
        return new ListArray(
            new ListType(Int32Type.Default), length, ArrowBuffer.FromArray(offsets), Fixed(Int32Type.Default, offsets[^1], default), Validity());
    }

    private LargeListArray LargeList()
    {
        long[] offsets = [.. Offsets().Select(o => (long)o)];
        return new LargeListArray(
            new LargeListType(StringType.Default), length, ArrowBuffer.FromArray(offsets), Strings((int)offsets[^1]), Validity());
    }

    private FixedSizeListArray FixedList() => new(
        new FixedSizeListType(DoubleType.Default, 2), length, Fixed(DoubleType.Default, 2 * length, default), Validity());

    private StructArray Struct() => new(
        new StructType([new Field("a", Int32Type.Default, true), new Field("b", StringType.Default, true)]), length,
        [Fixed(Int32Type.Default), Strings(length)], Validity());

    private MapArray Map()
    {
        int[] offsets = Offsets();
        var type = new MapType(Int16Type.Default, StringType.Default);
        var entries = new StructArray(
            type.Fields[0].DataType, offsets[^1], [Fixed(Int16Type.Default, offsets[^1], default), Strings(offsets[^1])], default);
        return new MapArray(type, length, ArrowBuffer.FromArray(offsets), entries, Validity());
    }

    private SparseUnionArray Sparse() => new(
        new UnionType([new Field("i", Int32Type.Default, true), new Field("s", StringType.Default, true)], [3, 5], UnionMode.Sparse), length,
        [Fixed(Int32Type.Default), Strings(length)], new ArrowBuffer(Enumerable.Range(0, length).Select(i => (byte)(i % 3 == 0 ? 3 : 5)).ToArray()));

    private DenseUnionArray Dense()
    {
        int[] offsets = [.. Enumerable.Range(0, length).Select(i => i / 2)];
        return new DenseUnionArray(
            new UnionType([new Field("i", Int64Type.Default, true), new Field("s", StringType.Default, true)], [0, 1], UnionMode.Dense), length,
            [Fixed(Int64Type.Default), Strings(length)], new ArrowBuffer(Enumerable.Range(0, length).Select(i => (byte)(i % 2)).ToArray()),
            ArrowBuffer.FromArray(offsets));
    }

    private IEnumerable<IArrowArray> Dictionaries()
    {
        foreach (IArrowType type in (IArrowType[])[Int8Type.Default, UInt16Type.Default, Int32Type.Default, Int64Type.Default])
            yield return Dictionary(type, length, Validity(), WordsOfTen());
    }

    /// <summary>The same ten words in every batch, as a file wants it.</summary>
    private static StringArray WordsOfTen() => new StringArray.Builder().AppendRange(Enumerable.Range(0, 10).Select(i => i == 7 ? null : "word" + i)).Build();

    private DictionaryArray Dictionary(IArrowType type, int count, ArrowBuffer validity, StringArray words)
    {
        int width = ((FixedWidthType)type).BitWidth / 8;
        byte[] indices = new byte[count * width];
        for (int i = 0; i < count; i++)
            indices[i * width] = (byte)random.Below(10);
        IArrowArray array = ArrowArrayFactory.BuildArray(
            new ArrayData(type, count, ArrayData.UnknownNullCount, 0, [validity, new ArrowBuffer(indices)]));
        return new DictionaryArray(new DictionaryType(type, words.Data.DataType, false), array, words);
    }

    private ListArray ListOfDictionary()
    {
        int[] offsets = Offsets();
        DictionaryArray values = Dictionary(Int32Type.Default, offsets[^1], default, WordsOfTen());
        return new ListArray(new ListType(values.Data.DataType), length, ArrowBuffer.FromArray(offsets), values, Validity());
    }

    private ListArray Deep()
    {
        int[] outer = Offsets();
        int[] inner = [.. Enumerable.Range(0, outer[^1] + 1).Select(i => 2 * i)];
        var lists = new FixedSizeListArray(
            new FixedSizeListType(BooleanType.Default, 3), inner[^1], Fixed(BooleanType.Default, 3 * inner[^1], default), default);
        var middle = new ListArray(new ListType(lists.Data.DataType), outer[^1], ArrowBuffer.FromArray(inner), lists, default);
        return new ListArray(new ListType(middle.Data.DataType), length, ArrowBuffer.FromArray(outer), middle, Validity());
    }
}
