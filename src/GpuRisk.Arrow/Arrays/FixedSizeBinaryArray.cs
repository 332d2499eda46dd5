using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Byte strings of one length.</summary>
public class FixedSizeBinaryArray : Array
{
    public FixedSizeBinaryArray(ArrayData data)
        : base(data, ArrowTypeId.FixedSizedBinary)
    {
    }

    private protected FixedSizeBinaryArray(ArrayData data, ArrowTypeId type)
        : base(data, type)
    {
    }

    /// <summary>Bytes a value.</summary>
    public int ByteWidth => ((FixedWidthType)Data.DataType).BitWidth / 8;

    public ArrowBuffer ValueBuffer => Data.Buffers[1];

    /// <summary>The bytes of a value, not copied; empty at a null.</summary>
    public ReadOnlySpan<byte> GetBytes(int index) =>
        IsValid(index) ? ValueBuffer.GetSpan<byte>(((long)Offset + index) * ByteWidth, ByteWidth) : [];

    /// <summary>Builds an array value by value.</summary>
    public sealed class Builder(FixedSizeBinaryType type)
    {
        private readonly BitmapBuilder validity = new();
        private readonly List<byte> bytes = [];

        public int Length => validity.Length;

        public Builder Append(ReadOnlySpan<byte> value)
        {
            if (value.Length != type.ByteWidth)
                throw new ArgumentException(FormattableString.Invariant($"A value of {type} has {type.ByteWidth} bytes, not {value.Length}."), nameof(value));
            foreach (byte b in value)
                bytes.Add(b);
            validity.Append(true);
            return this;
        }

        public Builder AppendNull()
        {
            for (int i = 0; i < type.ByteWidth; i++)
                bytes.Add(0);
            validity.Append(false);
            return this;
        }

        /// <summary>The array; the builder is empty again.</summary>
        public FixedSizeBinaryArray Build()
        {
            int length = Length;
            int nulls = validity.Zeros;
            ArrowBuffer data = ArrowBuffer.FromArray(bytes.ToArray());
            bytes.Clear();
            return new FixedSizeBinaryArray(new ArrayData(type, length, nulls, 0, [validity.BuildValidity(), data]));
        }
    }
}
