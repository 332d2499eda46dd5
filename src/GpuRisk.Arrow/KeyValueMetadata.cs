namespace GpuRisk.Arrow;

/// <summary>The words that a schema or a field carries beside its meaning.</summary>
internal static class KeyValueMetadata
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>In the order given; of a key that is there twice the last value counts.</summary>
    public static IReadOnlyDictionary<string, string> ToDictionary(IEnumerable<KeyValuePair<string, string>>? pairs)
    {
        if (pairs is null)
            return None;
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        foreach ((string key, string value) in pairs)
            metadata[key] = value;
        return metadata;
    }
}
