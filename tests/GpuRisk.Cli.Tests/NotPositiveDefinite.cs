namespace GpuRisk.Cli.Tests;

/// <summary>A third factor, and correlations of the three that no random numbers can have.</summary>
public static class NotPositiveDefinite
{
    public static void WriteTo(string book)
    {
        string history = Path.Combine(book, "history.csv");
        string[] lines = File.ReadAllLines(history);
        File.WriteAllText(history, string.Concat(lines.Select((line, i) => line + (i == 0 ? ",basis:BTC\n" : $",0.0{i}\n"))));
        File.WriteAllText(Path.Combine(book, "correlation.csv"), """
            factor,spot:BTC,vol:BTC,basis:BTC
            spot:BTC,1,0.9,0.9
            vol:BTC,0.9,1,-0.9
            basis:BTC,0.9,-0.9,1

            """);
    }
}
