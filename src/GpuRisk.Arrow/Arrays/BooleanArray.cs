using System.Collections;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>A bit a value.</summary>
public sealed class BooleanArray(ArrayData data) : Array(data, ArrowTypeId.Boolean), IReadOnlyList<bool?>
{
    /// <summary>The bits, this array's from <see cref="Array.Offset"/> on.</summary>
    public ArrowBuffer ValueBuffer => Data.Buffers[1];

    public int Count => Length;

    public bool? this[int index] => GetValue(index);

    /// <summary>Null at a null.</summary>
    public bool? GetValue(int index) => IsValid(index) ? Bitmap.Get(ValueBuffer, (long)Offset + index) : null;

    public IEnumerator<bool?> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return GetValue(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Builds an array value by value.</summary>
    public sealed class Builder
    {
        private readonly BitmapBuilder values = new(), validity = new();

        public int Length => values.Length;

        public Builder Append(bool value)
        {
            values.Append(value);
            validity.Append(true);
            return this;
        }

        /// <summary>Null appends a null.</summary>
        public Builder Append(bool? value) => value is { } known ? Append(known) : AppendNull();

        public Builder AppendNull()
        {
            values.Append(false);
            validity.Append(false);
            return this;
        }

        public Builder AppendRange(IEnumerable<bool> range)
        {
            ArgumentNullException.ThrowIfNull(range);
            foreach (bool value in range)
                Append(value);
            return this;
        }

        /// <summary>The array; the builder is empty again.</summary>
        public BooleanArray Build()
        {
            int length = Length;
            int nulls = validity.Zeros;
            return new BooleanArray(new ArrayData(BooleanType.Default, length, nulls, 0, [validity.BuildValidity(), values.Build()]));
        }
    }
}
