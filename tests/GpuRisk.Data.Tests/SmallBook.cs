namespace GpuRisk.Data.Tests;

/// <summary>The text of a sound book with one instrument of most kinds. Tests spoil one place of it.</summary>
public static class SmallBook
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["book.json"] = """
            {
              "name": "desk",
              "asOf": "2026-01-10T00:00:00Z",
              "currency": "USD",
              "simulation": { "scenarios": 1000, "seed": 7 },
              "calibration": { "lambda": 0.94, "missing": "reject", "calendar": "daily" },
              "margin": { "confidence": 0.99, "report": [0.95, 0.99] }
            }

            """,
        ["instruments.csv"] = """
            instrument,kind,underlying,expiry,strike,right,multiplier,reference
            BTC,spot,BTC,,,,,
            BTC-C,inverse-option,BTC,2026-03-27T08:00:00Z,100000,call,,
            BTC-P,linear-option,BTC,2026-03-27T10:00:00+02:00,90000,put,0.1,
            BTC-F,linear-future,BTC,2026-03-27T08:00Z,,,1,95000
            BTC-PERP,inverse-perpetual,BTC,,,,10,

            """,
        ["positions.csv"] = """
            account,instrument,quantity
            A1,BTC,1.5
            A2,BTC-C,-3
            A1,BTC-PERP,100
            A2,BTC-F,2

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
            date,spot:BTC,vol:BTC,basis:BTC
            2026-01-07,94000,0.61,0.05
            2026-01-08,95500,0.6,0.051
            2026-01-09,94800,0.62,-0.01
            2026-01-10,95000,0.6,0.05

            """,
        ["correlation.csv"] = """
            factor,spot:BTC,vol:BTC,basis:BTC
            spot:BTC,1,-0.4,0.1
            vol:BTC,-0.4,1,0
            basis:BTC,0.1,0,1

            """,
    };

    /// <summary>The two tables of collateral that the book may have beside them; the haircuts include two assets' tiers, mixed.</summary>
    public static IReadOnlyDictionary<string, string> CollateralFiles { get; } = new Dictionary<string, string>
    {
        ["haircuts.csv"] = """
            asset,from,to,haircut
            BTC,0,100000,0.05
            USD,0,,0.01
            BTC,100000,500000,0.1
            BTC,500000,,1

            """,
        ["collateral.csv"] = """
            account,asset,quantity
            A2,BTC,2.5
            A1,USD,10000
            A1,BTC,0

            """,
    };

    public static string TextOf(string file) => Files.TryGetValue(file, out string? text) ? text : CollateralFiles[file];

    public static void WriteTo(string folder)
    {
        foreach ((string name, string text) in Files)
            File.WriteAllText(Path.Combine(folder, name), text);
    }

    public static void WriteWithCollateralTo(string folder)
    {
        WriteTo(folder);
        foreach ((string name, string text) in CollateralFiles)
            File.WriteAllText(Path.Combine(folder, name), text);
    }

    /// <summary>The book with the one occurrence of <paramref name="sound"/> in a file replaced.</summary>
    public static void WriteSpoiltTo(string folder, string file, string sound, string spoilt)
    {
        if (CollateralFiles.ContainsKey(file))
            WriteWithCollateralTo(folder);
        else
            WriteTo(folder);
        string text = TextOf(file);
        int at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.IndexOf(sound, at + 1, StringComparison.Ordinal) < 0, $"'{sound}' is not once in {file}");
        File.WriteAllText(Path.Combine(folder, file), text.Replace(sound, spoilt, StringComparison.Ordinal));
    }
}
