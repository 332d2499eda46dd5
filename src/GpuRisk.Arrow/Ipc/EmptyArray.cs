using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Arrays of no values.</summary>
internal static class EmptyArray
{
    private static readonly byte[] Zeros = new byte[8];

    public static ArrayData Of(IArrowType type)
    {
        var buffers = new List<ArrowBuffer>();
        foreach (BufferKind kind in ArrayLayout.Of(type))
        {
            // Offsets are one more than the values.
            buffers.Add(kind switch
            {
                BufferKind.Offsets => new ArrowBuffer(Zeros.AsMemory(0, 4)),
                BufferKind.LargeOffsets => new ArrowBuffer(Zeros),
                _ => ArrowBuffer.Empty,
            });
        }
        return new ArrayData(
            type, 0, 0, 0, buffers, ArrayLayout.Children(type).Select(child => Of(child.DataType)),
            type is DictionaryType dictionary ? Of(dictionary.ValueType) : null);
    }
}
