namespace GpuRisk.Arrow.Ipc;

/// <summary>A dictionary batch that is to be written before a record batch.</summary>
internal readonly record struct DictionaryBatch(long Id, ArrayData Values, bool IsDelta);

/// <summary>Knows which dictionaries were written, and so which batches need more: all of one, or what it has gained.</summary>
internal sealed class DictionaryWriter(bool mayReplace)
{
    private readonly Dictionary<long, ArrayData> written = [];

    /// <summary>How long each dictionary was before the batch at hand.</summary>
    private readonly Dictionary<long, int> lengths = [];

    /// <summary>Numbers dictionaries as <see cref="SchemaEncoder"/> does; a dictionary comes after those that it refers to.</summary>
    /// <exception cref="ArgumentException">A dictionary does not go on from the one before it, and this is a file.</exception>
    public List<DictionaryBatch> Collect(RecordBatch batch)
    {
        var batches = new List<DictionaryBatch>();
        long next = 0;
        foreach (IArrowArray column in batch.Arrays)
            Collect(column.Data, ref next, batches);
        foreach (DictionaryBatch each in batches)
            written[each.Id] = each.Values;
        return [.. batches.Select(each => each.IsDelta ? each with { Values = Gain(each) } : each)];
    }

    private ArrayData Gain(DictionaryBatch batch) => batch.Values.Slice(lengths[batch.Id], batch.Values.Length - lengths[batch.Id]);

    private void Collect(ArrayData data, ref long next, List<DictionaryBatch> batches)
    {
        if (data.Dictionary is not { } values)
        {
            foreach (ArrayData child in data.Children)
                Collect(child, ref next, batches);
            return;
        }
        long id = next++;
        foreach (ArrayData child in values.Children)
            Collect(child, ref next, batches);
        if (!written.TryGetValue(id, out ArrayData? before))
        {
            batches.Add(new DictionaryBatch(id, values, false));
            return;
        }
        bool grows = ArrayComparison.BeginsWith(values, before);
        if (!grows && !mayReplace)
            throw new ArgumentException("A file has one dictionary for a column: let the later one begin with the values of the earlier, or write a stream.", nameof(data));
        lengths[id] = before.Length;
        if (!grows || values.Length > before.Length)
            batches.Add(new DictionaryBatch(id, values, grows));
    }
}
