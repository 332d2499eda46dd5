using System.Text.Json;
using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>The array <c>factors</c> of a model: name, volatility of a step, degrees of freedom and dynamics of each.</summary>
internal sealed record FactorRows(
    IReadOnlyList<FactorId> Factors, IReadOnlyList<double> Volatilities, IReadOnlyList<double>? MarginalDegreesOfFreedom, VarianceDynamics? Dynamics)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("factors");
        for (int f = 0; f < Factors.Count; f++)
        {
            int row = f;
            JsonLine.WriteObject(json, line => WriteMembers(line, row));
        }

        json.WriteEndArray();
    }

    /// <summary>Whether a factor has a member decides whether all have it.</summary>
    public static FactorRows Read(JsonObjectReader json, bool withDegreesOfFreedom)
    {
        List<FactorId> factors = [];
        List<double> volatilities = [], degrees = [], omega = [], alpha = [], beta = [];
        bool? moves = null, hasDegrees = withDegreesOfFreedom ? null : false;
        foreach (JsonObjectReader row in json.Objects("factors"))
        {
            moves ??= row.MemberNames.Any(static name => name is "omega" or "alpha" or "beta");
            hasDegrees ??= row.MemberNames.Contains("degreesOfFreedom");
            factors.Add(ReadFactor(row, factors));
            volatilities.Add(Required(row, "volatility", static sigma => sigma >= 0, "a volatility from 0"));
            if (hasDegrees == true)
                degrees.Add(Required(row, "degreesOfFreedom", DegreesOfFreedom.AreValid, DegreesOfFreedom.Expected));
            if (moves == true)
            {
                omega.Add(Coefficient(row, "omega"));
                alpha.Add(Coefficient(row, "alpha"));
                beta.Add(Coefficient(row, "beta"));
            }

            row.RejectUnknown();
        }

        if (json.Take("factors") is { Sort: JsonSort.Array, Items.Count: 0 } none)
            json.Report("factors", none, "at least one factor");
        return new FactorRows(factors, volatilities, hasDegrees == true ? degrees : null, moves == true ? new VarianceDynamics(omega, alpha, beta) : null);
    }

    private void WriteMembers(Utf8JsonWriter json, int f)
    {
        json.WriteString("factor", Factors[f].ToString());
        json.WriteNumber("volatility", Volatilities[f]);
        if (MarginalDegreesOfFreedom is not null)
            json.WriteNumber("degreesOfFreedom", MarginalDegreesOfFreedom[f]);
        if (Dynamics is null)
            return;
        json.WriteNumber("omega", Dynamics.Omega[f]);
        json.WriteNumber("alpha", Dynamics.Alpha[f]);
        json.WriteNumber("beta", Dynamics.Beta[f]);
    }

    private static FactorId ReadFactor(JsonObjectReader row, List<FactorId> before)
    {
        if (FactorNames.Factor(row, "factor", required: true) is not { } factor)
            return default;
        if (before.Contains(factor))
            row.Report("factor", row.Take("factor")!, "each factor once");
        return factor;
    }

    private static double Coefficient(JsonObjectReader row, string name) => Required(row, name, static number => number >= 0, "a number from 0");

    private static double Required(JsonObjectReader row, string name, Func<double, bool> isValid, string expected)
    {
        row.Take(name, required: true);
        return row.Number(name, 1.0, isValid, expected);
    }
}
