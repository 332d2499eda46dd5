namespace GpuRisk.Reports.Markup;

/// <summary>
/// Writes elements that are HTML and well-formed XML at once. Every text and attribute value passes through
/// <see cref="Escape"/>; tags, attribute names and <see cref="Constant"/> are the program's own. Lines end in a line
/// feed whatever the writer's own setting, so that the bytes are the same on every system.
/// </summary>
internal sealed class MarkupWriter(TextWriter output)
{
    /// <summary>Elements inside a line or a row; every other closing tag ends a line of the source.</summary>
    private static readonly HashSet<string> Inline = ["td", "th", "bdi", "abbr", "span", "b", "code", "a", "dt", "title", "desc"];

    private readonly Stack<string> open = new();

    /// <summary>Opens an element; disposing the scope closes it.</summary>
    public Scope In(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        output.Write('>');
        open.Push(tag);
        return new Scope(this);
    }

    /// <summary>An element with text alone.</summary>
    public void Leaf(string tag, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (In(tag, attributes))
            Text(text);
    }

    /// <summary>An element without content: a void element of HTML, or a shape of SVG.</summary>
    public void Empty(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        output.Write("/>\n");
    }

    public void Text(string text) => Escape.Write(output, text);

    /// <summary>Markup, style or script of the program itself; never data.</summary>
    public void Constant(string markup) => output.Write(markup);

    private void Start(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach ((string name, string value) in attributes)
        {
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Escape.Write(output, value);
            output.Write('"');
        }
    }

    private void End()
    {
        string tag = open.Pop();
        output.Write("</");
        output.Write(tag);
        output.Write('>');
        if (!Inline.Contains(tag))
            output.Write('\n');
    }

    public readonly ref struct Scope(MarkupWriter writer)
    {
        public void Dispose() => writer.End();
    }
}
