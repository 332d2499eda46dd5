using System.Buffers.Binary;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Appends arrays of one type to one another. Every array has passed <see cref="ArrayValidation"/>.</summary>
internal sealed class ArrayAppender
{
    private readonly IArrowType type;
    private readonly GrowingBuffer[] buffers;
    private readonly ArrayAppender[] children;
    private ArrayData? dictionary;
    private int length, nulls;

    public ArrayAppender(IArrowType type)
    {
        this.type = type;
        buffers = [.. Enumerable.Range(0, ArrayLayout.Of(type).Length).Select(_ => new GrowingBuffer())];
        children = [.. ArrayLayout.Children(type).Select(child => new ArrayAppender(child.DataType))];
    }

    public void Append(ArrayData data)
    {
        if (data.Length > int.MaxValue - length)
            throw new InvalidArrowException(FormattableString.Invariant($"the deltas of a dictionary come to more than {int.MaxValue} values"));
        ReadOnlySpan<BufferKind> layout = ArrayLayout.Of(type);
        for (int i = 0; i < layout.Length; i++)
            Append(data, layout[i], data.Buffers[i], buffers[i]);
        for (int i = 0; i < children.Length; i++)
            children[i].Append(ChildRange.Of(data, i));
        if (type is DictionaryType)
            AdoptDictionary(data.Dictionary!);
        length += data.Length;
        nulls += data.NullCount;
    }

    public ArrayData Snapshot()
    {
        ReadOnlySpan<BufferKind> layout = ArrayLayout.Of(type);
        var own = new ArrowBuffer[layout.Length];
        for (int i = 0; i < own.Length; i++)
            own[i] = layout[i] == BufferKind.Validity && nulls == 0 ? ArrowBuffer.Empty : buffers[i].Snapshot();
        return new ArrayData(type, length, nulls, 0, own, children.Select(c => c.Snapshot()), dictionary);
    }

    private void Append(ArrayData data, BufferKind kind, ArrowBuffer source, GrowingBuffer target)
    {
        switch (kind)
        {
            case BufferKind.Validity:
                for (int i = 0; i < data.Length; i++)
                    target.SetBit((long)length + i, data.IsValid(i));
                break;
            case BufferKind.Fixed when type is BooleanType:
                for (int i = 0; i < data.Length; i++)
                    target.SetBit((long)length + i, Bitmap.Get(source, (long)data.Offset + i));
                break;
            case BufferKind.Fixed:
                int width = ArrayLayout.BitWidth(type) / 8;
                AppendBytes(source.Slice((long)data.Offset * width, (long)data.Length * width), target);
                break;
            case BufferKind.Offsets:
                AppendOffsets<int>(data, target);
                break;
            case BufferKind.LargeOffsets:
                AppendOffsets<long>(data, target);
                break;
            case BufferKind.Variable:
                (long start, long end) = ChildRange.OfOffsets(data);
                AppendBytes(source.Slice(start, end - start), target);
                break;
            case BufferKind.TypeIds:
                AppendBytes(source.Slice(data.Offset, data.Length), target);
                break;
            case BufferKind.UnionOffsets:
                AppendUnionOffsets(data, source, target);
                break;
        }
    }

    private static void AppendBytes(ArrowBuffer source, GrowingBuffer target)
    {
        if (source.Length > int.MaxValue)
            throw new InvalidArrowException("the deltas of a dictionary come to more than 2 GiB; fewer are expected");
        target.Append(source.Span);
    }

    private static void AppendOffsets<T>(ArrayData data, GrowingBuffer target)
        where T : unmanaged
    {
        bool large = typeof(T) == typeof(long);
        int width = large ? 8 : 4;
        if (target.Length == 0)
            target.Extend(width).Clear();
        if (data.Length == 0)
            return;
        ReadOnlySpan<byte> last = target.Snapshot().GetSpan<byte>(target.Length - width, width);
        long previous = large ? BinaryPrimitives.ReadInt64LittleEndian(last) : BinaryPrimitives.ReadInt32LittleEndian(last);
        long first = ChildRange.OfOffsets(data).Start;
        for (int i = 1; i <= data.Length; i++)
        {
            long end = previous + ChildRange.Offset(data, i) - first;
            if (large)
                BinaryPrimitives.WriteInt64LittleEndian(target.Extend(8), end);
            else if (end <= int.MaxValue)
                BinaryPrimitives.WriteInt32LittleEndian(target.Extend(4), (int)end);
            else
                throw new InvalidArrowException("the deltas of a dictionary come to more than 32-bit offsets hold");
        }
    }

    private void AppendUnionOffsets(ArrayData data, ArrowBuffer source, GrowingBuffer target)
    {
        IReadOnlyList<int> ids = ((UnionType)type).TypeIds;
        ReadOnlySpan<byte> typeIds = data.Buffers[0].GetSpan<byte>(data.Offset, data.Length);
        ReadOnlySpan<int> offsets = source.GetSpan<int>(data.Offset, data.Length);
        for (int i = 0; i < offsets.Length; i++)
        {
            int child = 0;
            while (ids[child] != typeIds[i])
                child++;
            // The children are appended to after the buffers: their lengths are still those from before.
            BinaryPrimitives.WriteInt32LittleEndian(target.Extend(4), checked(children[child].length + offsets[i]));
        }
    }

    private void AdoptDictionary(ArrayData next)
    {
        bool grown = dictionary is null || dictionary.Length == 0 || ReferenceEquals(dictionary, next)
            || dictionary.Lineage is not null && ReferenceEquals(dictionary.Lineage, next.Lineage);
        if (!grown)
            throw new InvalidArrowException("a dictionary is added to after one that it refers to was replaced");
        dictionary = next;
    }
}
