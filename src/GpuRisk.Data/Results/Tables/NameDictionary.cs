namespace GpuRisk.Data.Results.Tables;

/// <summary>The different names of a column, in the order in which they first appear.</summary>
internal sealed class NameDictionary
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public IReadOnlyList<string> Names => names;

    /// <summary>The index of a name, which is added where it is new.</summary>
    public int IndexOf(string name)
    {
        if (indices.TryGetValue(name, out int index))
            return index;
        index = names.Count;
        indices.Add(name, index);
        names.Add(name);
        return index;
    }
}
