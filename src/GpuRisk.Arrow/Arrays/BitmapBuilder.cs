namespace GpuRisk.Arrow;

/// <summary>Gathers bits.</summary>
internal sealed class BitmapBuilder
{
    private byte[] bytes = [];

    public int Length { get; private set; }

    /// <summary>How many of the bits are 0.</summary>
    public int Zeros { get; private set; }

    public void Append(bool value)
    {
        if ((Length & 7) == 0 && Length >> 3 == bytes.Length)
            System.Array.Resize(ref bytes, Math.Max(64, 2 * bytes.Length));
        if (value)
            Bitmap.Set(bytes, Length, true);
        else
            Zeros++;
        Length = checked(Length + 1);
    }

    public void AppendOnes(int count)
    {
        int end = checked(Length + count);
        int needed = (int)Bitmap.ByteCount(end);
        if (needed > bytes.Length)
            System.Array.Resize(ref bytes, Math.Max(needed, Math.Max(64, 2 * bytes.Length)));
        for (; Length < end && (Length & 7) != 0; Length++)
            Bitmap.Set(bytes, Length, true);
        bytes.AsSpan(Length >> 3, (end - Length) >> 3).Fill(0xFF);
        for (Length += (end - Length) & ~7; Length < end; Length++)
            Bitmap.Set(bytes, Length, true);
    }

    /// <summary>The bits; the builder is empty again.</summary>
    public ArrowBuffer Build()
    {
        ArrowBuffer buffer = ArrowBuffer.FromArray(bytes).Slice(0, Bitmap.ByteCount(Length));
        bytes = [];
        Length = Zeros = 0;
        return buffer;
    }

    /// <summary>The bits as a validity bitmap, which is left out where every value is valid; the builder is empty again.</summary>
    public ArrowBuffer BuildValidity()
    {
        bool hasNull = Zeros > 0;
        ArrowBuffer buffer = Build();
        return hasNull ? buffer : ArrowBuffer.Empty;
    }
}
