using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books.Sections;

/// <summary>Factors in JSON: by name, and by patterns that mean all of a kind.</summary>
internal static class FactorNames
{
    private const string Expected = "a factor, such as \"spot:BTC\",";

    private const string PatternExpected = "a factor, such as \"spot:BTC\", or all of a kind, \"vol:*\",";

    /// <summary>The member <c>factors</c>; null where it is absent. An empty array that is required is reported.</summary>
    public static IReadOnlyList<string>? Patterns(JsonObjectReader json, bool required)
    {
        IReadOnlyList<string>? patterns = json.Texts("factors", required, static text => TryParse(text, out _), PatternExpected);
        if (required && json.Take("factors") is { Sort: JsonSort.Array, Items.Count: 0 } empty)
            json.Report("factors", empty, "at least one factor, such as \"spot:BTC\", or \"vol:*\",");
        return patterns;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<string> patterns)
    {
        json.WriteStartArray("factors");
        foreach (string pattern in patterns)
            json.WriteStringValue(pattern);
        json.WriteEndArray();
    }

    public static FactorId? Factor(JsonObjectReader json, string name, bool required)
    {
        FactorId factor = default;
        string? text = json.Text(name, required, text => TryParse(text, out factor) && factor.Name != "*", Expected);
        return text is null ? null : factor;
    }

    public static bool TryParse(string text, out FactorId factor) => FactorId.TryParse(text, out factor) && TableName.IsValid(factor.Name);
}
