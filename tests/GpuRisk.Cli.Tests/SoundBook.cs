namespace GpuRisk.Cli.Tests;

/// <summary>The text of a small sound book. Tests spoil one place of it.</summary>
public static class SoundBook
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["book.json"] = """
            {
              "name": "desk",
              "asOf": "2026-01-10T00:00:00Z",
              "currency": "USD",
              "simulation": { "scenarios": 500, "seed": 7 },
              "calibration": { "lambda": 0.94, "missing": "reject", "repair": "reject" },
              "margin": { "confidence": 0.99, "report": [0.95, 0.99] }
            }

            """,
        ["instruments.csv"] = """
            instrument,kind,underlying,expiry,strike,right,multiplier,reference
            BTC,spot,BTC,,,,,
            BTC-C,inverse-option,BTC,2026-03-27T08:00:00Z,100000,call,,
            BTC-P,linear-option,BTC,2026-03-27T08:00:00Z,90000,put,0.1,
            BTC-PERP,inverse-perpetual,BTC,,,,10,

            """,
        ["positions.csv"] = """
            account,instrument,quantity
            A1,BTC,1.5
            A2,BTC-C,-3
            A1,BTC-PERP,100

            """,
        ["market.csv"] = """
            quantity,name,expiry,value
            spot,BTC,,95000
            forward,BTC,2026-03-27T08:00:00Z,96000
            volatility,BTC-C,,0.6
            volatility,BTC-P,,0.65
            rate,USD,,0.04

            """,
        ["history.csv"] = """
            date,spot:BTC,vol:BTC
            2026-01-05,93100,0.6
            2026-01-06,93500,0.58
            2026-01-07,94000,0.61
            2026-01-08,95500,0.6
            2026-01-09,94800,0.62
            2026-01-10,95000,0.6

            """,
    };

    public const string Correlation = """
        factor,spot:BTC,vol:BTC
        spot:BTC,1,-0.4
        vol:BTC,-0.4,1

        """;

    public static string WriteTo(TemporaryFolder place)
    {
        ArgumentNullException.ThrowIfNull(place);
        string folder = place.At("book");
        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in Files)
            File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }

    /// <summary>Replaces the one occurrence of <paramref name="sound"/> in a file of the book.</summary>
    public static void Spoil(string folder, string file, string sound, string spoilt)
    {
        ArgumentNullException.ThrowIfNull(sound);
        string path = Path.Combine(folder, file);
        string text = File.ReadAllText(path);
        int at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.IndexOf(sound, at + 1, StringComparison.Ordinal) < 0, $"'{sound}' is not once in {file}");
        File.WriteAllText(path, text.Replace(sound, spoilt, StringComparison.Ordinal));
    }
}
