namespace GpuRisk.LaneGenerator;

/// <summary>The lanes of IEEE doubles.</summary>
internal static class RealText
{
    // 2^52 + 2^51: adding it leaves the nearest integer in the low bits of the significand.
    private const string Magic = "6755399441055744.0";

    // Moves [sqrt(1/2), sqrt(2)) onto one binade, so that the exponent's field counts from the nearest power of two.
    private const string HalfBinade = "0x95F619980C433UL";

    public static string Of(LaneShape s)
    {
        string r = s.Real, w = s.Word;
        var t = new LaneWriter(s, r, "IReal<" + r + ", " + w + ">", s.RealField, s.Lanes + " doubles, one a work item.");
        Constants(t, s);
        Arithmetic(t, s, r);
        Fused(t, s, r);
        Selection(t, s, r);
        Bits(t, s, r, w);
        Singles(t, s, r);
        Store(t, s);
        return t.ToString();
    }

    private static void Constants(LaneWriter t, LaneShape s)
    {
        t.Constant("int Lanes", s.Lanes.ToString());
        t.Constant("int ElementSize", "8");
        t.Constant("double RoundingMagic", Magic);
        t.Constant("double ExpUnderflow", "-707.7");
        t.Constant("double ExpOverflow", "709.782712893384");
    }

    private static void Arithmetic(LaneWriter t, LaneShape s, string r)
    {
        foreach (string op in new[] { "+", "-", "*", "/" })
        {
            t.Member("operator " + op + "(" + r + " p, " + r + " q)", f => "p." + f + " " + op + " q." + f);
            t.Member("operator " + op + "(" + r + " p, double q)", f => "p." + f + " " + op + " " + s.Broadcast("q"));
            t.Member("operator " + op + "(double p, " + r + " q)", f => s.Broadcast("p") + " " + op + " q." + f);
        }
        t.Member("operator -(" + r + " p)", f => "-p." + f);
        t.Member("Of(double value)", f => s.Broadcast("value"));
        string math = s.IsScalar ? "Math" : s.Vector!;
        t.Member("Sqrt(" + r + " p)", f => math + ".Sqrt(p." + f + ")");
        t.Member("Min(" + r + " p, double q)", f => (s.IsScalar ? "double" : s.Vector) + ".MinNative(p." + f + ", " + s.Broadcast("q") + ")");
        t.Member("Abs(" + r + " p)", f => math + ".Abs(p." + f + ")");
    }

    private static void Fused(LaneWriter t, LaneShape s, string r)
    {
        string fma = s.IsScalar ? "Math.FusedMultiplyAdd" : s.Vector + ".FusedMultiplyAdd";
        t.Member("Fma(" + r + " p, " + r + " q, " + r + " c)", f => fma + "(p." + f + ", q." + f + ", c." + f + ")");
        t.Member("Fma(" + r + " p, " + r + " q, double c)", f => fma + "(p." + f + ", q." + f + ", " + s.Broadcast("c") + ")");
        t.Member("Fma(" + r + " p, double q, " + r + " c)", f => fma + "(" + s.Broadcast("q") + ", p." + f + ", c." + f + ")");
        t.Member("Fma(" + r + " p, double q, double c)", f => fma + "(p." + f + ", " + s.Broadcast("q") + ", " + s.Broadcast("c") + ")");
    }

    private static void Selection(LaneWriter t, LaneShape s, string r)
    {
        string Less(string a, string b) => s.IsScalar ? a + " < " + b : s.Vector + ".LessThan(" + a + ", " + b + ")";
        string Select(string c, string a, string b) =>
            s.IsScalar ? c + " ? " + a + " : " + b : s.Vector + ".ConditionalSelect(" + c + ", " + a + ", " + b + ")";
        t.Member("IfLess(" + r + " p, " + r + " q, " + r + " yes, " + r + " no)", f => Select(Less("p." + f, "q." + f), "yes." + f, "no." + f));
        t.Member("IfLess(" + r + " p, double q, " + r + " yes, " + r + " no)", f => Select(Less("p." + f, s.Broadcast("q")), "yes." + f, "no." + f));
        t.Member("IfLess(" + r + " p, double q, double yes, " + r + " no)", f => Select(Less("p." + f, s.Broadcast("q")), s.Broadcast("yes"), "no." + f));
        string Any(string f) => s.IsScalar ? "p." + f + " < q" : s.Vector + ".LessThanAny(p." + f + ", " + s.Broadcast("q") + ")";
        string Bits(string f, int i) => s.IsScalar
            ? "p." + f + " >= q ? 0u : 1u"
            : "(" + s.Vector + ".ExtractMostSignificantBits(~" + s.Vector + ".GreaterThanOrEqual(p." + f + ", " + s.Broadcast("q") + ")) << " + i * s.Lanes / s.Registers + ")";
        t.Raw("uint Below(" + r + " p, double q)", (s.IsScalar ? "" : "(uint)") + "(" + string.Join(" | ", System.Linq.Enumerable.Select(s.Fields, Bits)) + ")");
        t.Raw("bool AnyLess(" + r + " p, double q)", string.Join(" | ", System.Linq.Enumerable.Select(s.Fields, Any)));
    }

    private static void Bits(LaneWriter t, LaneShape s, string r, string w)
    {
        string Raw(string e) => s.IsScalar ? "BitConverter.DoubleToUInt64Bits(" + e + ")" : e + ".AsUInt64()";
        string Real(string e) => s.IsScalar ? "BitConverter.UInt64BitsToDouble(" + e + ")" : "(" + e + ").AsDouble()";
        string Power(string f) => "((" + Raw("x." + f) + " + " + s.Broadcast(HalfBinade) + ") >> 52)";
        t.Member("Pow2(" + r + " x)", f => Real("(" + Raw("x." + f) + " + " + s.Broadcast("1023UL") + ") << 52"));
        t.Member("Exponent(" + r + " x)", f => Real(Power(f) + " | " + s.Broadcast("0x4330000000000000UL")) + " - " + s.Broadcast("4503599627371519.0"));
        t.Member("Significand(" + r + " x)", f => Real(Raw("x." + f) + " - (" + Power(f) + " << 52) + " + s.Broadcast("0x3FF0000000000000UL")));
        string one = s.Broadcast("0x3FF0000000000000UL"), shift = s.Broadcast("0.99999999999999988897769753748");
        t.Member("Uniform(" + w + " high, " + w + " low)", f => s.IsScalar
            ? Real("(((ulong)high.a << 32 | low.a) >> 12) | " + one) + " - " + shift
            : Real("(((high." + f + " << 32) | (low." + f + " & " + s.Broadcast("0xFFFFFFFFUL") + ")) >> 12) | " + one) + " - " + shift);
    }

    private static void Singles(LaneWriter t, LaneShape s, string r)
    {
        const string tiny = "1.1754943508222875E-38"; // 2^-126
        if (s.IsScalar)
        {
            t.Raw("unsafe " + r + " LoadSingle(float* source)", "new() { a = *source }");
            t.Block("unsafe void StoreSingle(float* target)", "*target = Math.Abs(a) < " + tiny + " ? 0f : (float)a;");
            return;
        }
        // A full vector of singles is two of doubles; the narrowest lanes have half a vector only.
        string v = s.Vector!;
        if (s.Registers == 2)
        {
            t.Block("static unsafe " + r + " LoadSingle(float* source)",
                "var (low, high) = " + v + ".Widen(Unsafe.ReadUnaligned<" + v + "<float>>(source)); return new() { a = low, b = high };");
            t.Block("unsafe void StoreSingle(float* target)",
                "Unsafe.WriteUnaligned(target, " + v + ".Narrow(" + Flushed("a") + ", " + Flushed("b") + "));");
            return;
        }
        t.Raw("unsafe " + r + " LoadSingle(float* source)", "new() { a = " + v + ".WidenLower(Unsafe.ReadUnaligned<Vector64<float>>(source).ToVector128Unsafe()) }");
        t.Block("unsafe void StoreSingle(float* target)", "Unsafe.WriteUnaligned(target, " + v + ".Narrow(" + Flushed("a") + ", " + Flushed("a") + ").GetLower());");

        string Flushed(string f) =>
            v + ".ConditionalSelect(" + v + ".LessThan(" + v + ".Abs(" + f + "), " + s.Broadcast(tiny) + "), " + v + "<double>.Zero, " + f + ")";
    }

    private static void Store(LaneWriter t, LaneShape s)
    {
        string plain = "Unsafe.WriteUnaligned(target, this);";
        if (s.IsScalar)
        {
            t.Block("unsafe void Stream(byte* target)", plain);
            return;
        }
        int bytes = s.Lanes / s.Registers * 8;
        string past = string.Join(" ", System.Linq.Enumerable.Select(s.Fields, (f, i) => s.Vector + ".StoreAlignedNonTemporal(" + f + ", (double*)(target + " + i * bytes + "));"));
        t.Block("unsafe void Stream(byte* target)", "if (((nint)target & " + (bytes - 1) + ") == 0) { " + past + " } else { " + plain + " }");
    }
}
