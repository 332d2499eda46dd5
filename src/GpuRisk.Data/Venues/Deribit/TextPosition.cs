namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Line and column, from 1, of ascending offsets into a text; columns count bytes.</summary>
internal sealed class TextPosition(byte[] utf8)
{
    private int known;
    private int line = 1;
    private int lineStart;

    /// <param name="offset">Not before the last one asked for.</param>
    public TextPlace Of(long offset)
    {
        for (; known < offset; known++)
        {
            if (utf8[known] == '\n')
            {
                line++;
                lineStart = known + 1;
            }
        }
        return new TextPlace(line, (int)offset - lineStart + 1);
    }
}
