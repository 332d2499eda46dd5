using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace GpuRisk.LaneGenerator;

/// <summary>One width of lanes: how many vector registers of which size make up a real.</summary>
internal sealed class LaneShape
{
    /// <summary>Two registers a real keep both multiply-add ports busy across their latency; one 128-bit register is all a small core has.</summary>
    public static readonly LaneShape[] All =
    [
        new("Scalar", null, 1, 1),
        new("V128", "Vector128", 1, 2),
        new("V256", "Vector256", 2, 8),
        new("V512", "Vector512", 2, 16),
    ];

    private LaneShape(string prefix, string? vector, int registers, int lanes)
    {
        Real = prefix + "Real";
        Word = prefix + "Word";
        Vector = vector;
        Registers = registers;
        Lanes = lanes;
    }

    public string Real { get; }

    public string Word { get; }

    /// <summary>The framework's vector type, or null for a plain double.</summary>
    public string? Vector { get; }

    public int Registers { get; }

    public int Lanes { get; }

    public bool IsScalar => Vector is null;

    public string RealField => IsScalar ? "double" : Vector + "<double>";

    public string WordField => IsScalar ? "uint" : Vector + "<ulong>";

    public IEnumerable<string> Fields => Enumerable.Range(0, Registers).Select(i => ((char)('a' + i)).ToString());

    /// <summary>A constant in every lane.</summary>
    public string Broadcast(string expression) => IsScalar ? expression : Vector + ".Create(" + expression + ")";

    /// <summary>The lane numbers of one register, as constants.</summary>
    public string LaneNumbers(int register)
    {
        int each = Lanes / Registers;
        return string.Join(", ", Enumerable.Range(register * each, each).Select(i => i.ToString(CultureInfo.InvariantCulture) + "UL"));
    }

    /// <summary>An object initialiser that computes every field by the same expression.</summary>
    public string New(string type, Func<string, string> field) =>
        "new() { " + string.Join(", ", Fields.Select(f => f + " = " + field(f))) + " }";
}
