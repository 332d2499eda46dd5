using System;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>An expression of C and how tightly it binds.</summary>
internal readonly struct Code
{
    private const int Unary = 14;
    private const int Relational = 9;
    private const int Conditional = 3;

    private readonly int rank;

    private Code(string text, int rank)
    {
        Text = text;
        this.rank = rank;
    }

    public string Text { get; }

    /// <summary>A name, a call, an element, or a literal without a sign.</summary>
    public static Code Primary(string text) => new(text, 15);

    /// <summary>A literal, whose sign is an operator in C.</summary>
    public static Code Literal(string text) => new(text, text[0] == '-' ? Unary : 15);

    public static Code Call(string function, params string[] arguments) => Primary(function + "(" + string.Join(", ", arguments) + ")");

    public static Code Prefix(string sign, Code operand)
    {
        string text = operand.At(Unary);
        return new Code(sign == "-" && text[0] == sign[0] ? sign + "(" + text + ")" : sign + text, Unary);
    }

    public static Code Cast(string type, Code operand) => Prefix("(" + type + ")", operand);

    public static Code Binary(Code left, string sign, Code right)
    {
        int rank = RankOf(sign);
        return new Code(Side(left, rank, rank) + " " + sign + " " + Side(right, rank, rank + 1), rank);
    }

    public static Code Choice(Code condition, Code yes, Code no) =>
        new(condition.At(Conditional + 1) + " ? " + yes.At(Conditional + 1) + " : " + no.At(Conditional), Conditional);

    /// <summary>In brackets where it binds less tightly than its place demands.</summary>
    public string At(int demanded) => rank >= demanded ? Text : "(" + Text + ")";

    public string AsPrimary() => At(15);

    public override string ToString() => Text;

    // Where C's order of operators surprises (bits, shifts, logic), brackets say what is meant.
    private static string Side(Code side, int rank, int demanded)
    {
        bool surprising = (rank is 11 or (>= 4 and <= 8)) && side.rank != rank && side.rank < Unary && !(rank is 4 or 5 && side.rank >= Relational);
        return surprising ? "(" + side.Text + ")" : side.At(demanded);
    }

    private static int RankOf(string sign) => sign switch
    {
        "*" or "/" or "%" => 13,
        "+" or "-" => 12,
        "<<" or ">>" => 11,
        "<" or ">" or "<=" or ">=" => 10,
        "==" or "!=" => Relational,
        "&" => 8,
        "^" => 7,
        "|" => 6,
        "&&" => 5,
        "||" => 4,
        _ => throw new ArgumentException("'" + sign + "' is no operator", nameof(sign)),
    };
}
