using System.Text.Json;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Output;

/// <summary>Greeks for machines.</summary>
internal static class GreeksJson
{
    /// <summary><c>greeks</c>, an array by underlying, and <c>greeksTotal</c>: the cash forms over all of them.</summary>
    public static void WriteAccount(Utf8JsonWriter json, IEnumerable<AccountGreeks> greeks)
    {
        CashGreeks total = default;
        json.WriteStartArray("greeks");
        foreach (AccountGreeks g in greeks)
        {
            json.WriteStartObject();
            json.WriteString("underlying", g.Underlying);
            WriteMembers(json, g.Greeks);
            json.WriteEndObject();
            total += g.Greeks.Cash;
        }
        json.WriteEndArray();
        json.WriteStartObject("greeksTotal");
        json.WriteFigure("deltaCash", total.Delta);
        json.WriteFigure("gammaCash", total.Gamma);
        json.WriteFigure("vega", total.Vega);
        json.WriteFigure("theta", total.Theta);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, in Greeks greeks)
    {
        json.WriteFigure("delta", greeks.Delta);
        json.WriteFigure("gamma", greeks.Gamma);
        json.WriteFigure("vega", greeks.Vega);
        json.WriteFigure("theta", greeks.Theta);
        json.WriteFigure("deltaCash", greeks.DeltaCash);
        json.WriteFigure("gammaCash", greeks.GammaCash);
        json.WriteFigure("rho", greeks.Rho);
        json.WriteFigure("carryRho", greeks.CarryRho);
        json.WriteFigure("vanna", greeks.Vanna);
        json.WriteFigure("volga", greeks.Volga);
    }
}
