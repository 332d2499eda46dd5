using System.Text;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Builds an array of byte strings value by value, of 2^31 - 57 bytes in all at most.</summary>
public abstract class VariableBinaryBuilder<TArray, TBuilder>
    where TArray : VariableBinaryArray
    where TBuilder : VariableBinaryBuilder<TArray, TBuilder>
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly IArrowType type;
    private readonly BitmapBuilder validity = new();
    private readonly List<int> ends = [0];
    private byte[] bytes = [];

    private protected VariableBinaryBuilder(IArrowType type) => this.type = type;

    public int Length => validity.Length;

    private int Used => ends[^1];

    public TBuilder Append(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Space(value.Length));
        return Close(value.Length, true);
    }

    public TBuilder AppendNull() => Close(0, false);

    /// <summary>The array; the builder is empty again.</summary>
    public TArray Build()
    {
        int length = Length;
        int nulls = validity.Zeros;
        ArrowBuffer offsets = type.TypeId is ArrowTypeId.LargeBinary or ArrowTypeId.LargeString
            ? ArrowBuffer.FromArray(ends.ConvertAll(end => (long)end).ToArray())
            : ArrowBuffer.FromArray(ends.ToArray());
        ArrowBuffer data = ArrowBuffer.FromArray(bytes).Slice(0, Used);
        bytes = [];
        ends.RemoveRange(1, ends.Count - 1);
        return (TArray)ArrowArrayFactory.BuildArray(new ArrayData(type, length, nulls, 0, [validity.BuildValidity(), offsets, data]));
    }

    private protected TBuilder AppendText(string? text)
    {
        if (text is null)
            return AppendNull();
        int count;
        try
        {
            count = Utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException("The text has half of a surrogate pair and cannot be written as UTF-8.", nameof(text));
        }
        Utf8.GetBytes(text, Space(count));
        return Close(count, true);
    }

    private Span<byte> Space(int count)
    {
        long needed = Used + (long)count;
        if (needed > bytes.Length)
            System.Array.Resize(ref bytes, checked((int)Math.Max(needed, Math.Min(System.Array.MaxLength, Math.Max(64, 2L * bytes.Length)))));
        return bytes.AsSpan(Used, count);
    }

    private TBuilder Close(int count, bool valid)
    {
        ends.Add(Used + count);
        validity.Append(valid);
        return (TBuilder)this;
    }
}
