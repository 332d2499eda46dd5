using System.Linq;

namespace GpuRisk.LaneGenerator;

/// <summary>The lanes of 32-bit words. In vectors a word is the low half of a 64-bit lane; the high half holds leavings of products.</summary>
internal static class WordText
{
    public static string Of(LaneShape s)
    {
        string w = s.Word;
        var t = new LaneWriter(s, w, "IWord<" + w + ">", s.WordField, s.Lanes + " unsigned 32-bit words, one a work item.");
        t.Constant("int Lanes", s.Lanes.ToString());
        string Wide(string e) => s.IsScalar ? e : s.Broadcast("(ulong)" + e);
        t.Member("operator ^(" + w + " p, " + w + " q)", f => "p." + f + " ^ q." + f);
        t.Member("operator ^(" + w + " p, uint q)", f => "p." + f + " ^ " + Wide("q"));
        t.Member("operator &(" + w + " p, uint q)", f => "p." + f + " & " + Wide("q"));
        t.Member("operator |(" + w + " p, " + w + " q)", f => "p." + f + " | q." + f);
        t.Member("operator +(" + w + " p, " + w + " q)", f => "p." + f + " + q." + f);
        t.Member("operator <<(" + w + " p, int q)", f => "p." + f + " << q");
        // What a product left above the word must not be shifted into it.
        t.Member("operator >>(" + w + " p, int q)", f => s.IsScalar ? "p.a >> q" : "(p." + f + " & " + s.Broadcast("0xFFFFFFFFUL") + ") >> q");
        t.Member("Of(uint value)", f => Wide("value"));
        Product(t, s, w);
        Memory(t, s, w);
        return t.ToString();
    }

    private static void Product(LaneWriter t, LaneShape s, string w)
    {
        if (s.IsScalar)
        {
            t.Member("MultiplyLow(" + w + " p, uint q)", f => "p.a * q");
            t.Member("MultiplyHigh(" + w + " p, uint q)", f => "(uint)(((ulong)p.a * q) >> 32)");
            return;
        }
        string isa = s.Vector switch { "Vector512" => "Avx512F", "Vector256" => "Avx2", _ => "Sse2" };
        string field = s.WordField;
        t.Raw(field + " Product(" + field + " p, " + field + " q)",
            isa + ".IsSupported ? " + isa + ".Multiply(p.AsUInt32(), q.AsUInt32()) : (p & " + s.Broadcast("0xFFFFFFFFUL") + ") * q");
        t.Member("MultiplyLow(" + w + " p, uint q)", f => "Product(p." + f + ", " + s.Broadcast("(ulong)q") + ")");
        t.Member("MultiplyHigh(" + w + " p, uint q)", f => "Product(p." + f + ", " + s.Broadcast("(ulong)q") + ") >> 32");
    }

    private static void Memory(LaneWriter t, LaneShape s, string w)
    {
        if (s.IsScalar)
        {
            t.Raw("unsafe " + w + " Load(uint* source)", s.New(w, _ => "*source"));
            t.Block("unsafe void Store(uint* target)", "*target = a;");
            return;
        }
        int each = s.Lanes / s.Registers;
        string[] fields = s.Fields.ToArray();
        string Lane(string f, int i) => "(ulong)source[" + (System.Array.IndexOf(fields, f) * each + i) + "]";
        t.Raw("unsafe " + w + " Load(uint* source)", s.New(w, f =>
            s.Vector + ".Create(" + string.Join(", ", Enumerable.Range(0, each).Select(i => Lane(f, i))) + ")"));
        t.Block("unsafe void Store(uint* target)", string.Join(" ", Enumerable.Range(0, s.Lanes).Select(i =>
            "target[" + i + "] = (uint)" + fields[i / each] + ".GetElement(" + (i % each) + ");")));
    }
}
