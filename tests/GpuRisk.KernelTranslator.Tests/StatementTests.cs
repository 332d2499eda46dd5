namespace GpuRisk.KernelTranslator.Tests;

/// <summary>Each statement of the subset, and what it becomes.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("int a = 1, b = 2; ci[a] = b;", "int a = 1;\nint b = 2;\nci[a] = b;")]
    [InlineData("const int a = 3; ci[0] = a;", "ci[0L] = 3 /* a */;")]
    [InlineData("double a; a = x; cd[0] = a;", "double a;\na = x;\ncd[0L] = a;")]
    [InlineData("if (x < 1) cd[0] = 1; else if (x > 2) cd[0] = 2; else cd[0] = 3;",
        "if (x < 1.0)\n{\n    cd[0L] = 1.0;\n}\nelse if (x > 2.0)\n{\n    cd[0L] = 2.0;\n}\nelse\n{\n    cd[0L] = 3.0;\n}")]
    [InlineData("for (int j = 0; j < i; j++) cd[j] = 1;", "for (int j = 0; j < i; j++)\n{\n    cd[j] = 1.0;\n}")]
    [InlineData("for (int j = i; j > 0; --j) { if (x < 0) continue; break; }",
        "for (int j = i; j > 0; j--)\n{\n    if (x < 0.0)\n    {\n        continue;\n    }\n    break;\n}")]
    [InlineData("for (int j = 0; j <= i; j++) cd[j] = 1;", "for (int j = 0; j <= i; j = gr_add32(j, 1))\n{\n    cd[j] = 1.0;\n}")]
    [InlineData("for (int j = 0; j < i; j++) { j += i; cd[j] = 1; }",
        "for (int j = 0; j < i; j = gr_add32(j, 1))\n{\n    j = gr_add32(j, i);\n    cd[j] = 1.0;\n}")]
    [InlineData("for (int j = 0, k = i; j < k; j += 2, k--) cd[j] = 1;",
        "for (int j = 0, k = i; j < k; j = gr_add32(j, 2), k = gr_sub32(k, 1))\n{\n    cd[j] = 1.0;\n}")]
    [InlineData("for (int j = 0; j < l; j++) cd[j] = 1;", "for (int j = 0; (gr_long)j < l; j = gr_add32(j, 1))\n{\n    cd[j] = 1.0;\n}")]
    [InlineData("for (; ; ) break;", "for (; ; )\n{\n    break;\n}")]
    [InlineData("int j = 0; while (j < i) j++;", "int j = 0;\nwhile (j < i)\n{\n    j = gr_add32(j, 1);\n}")]
    [InlineData("int j = 0; do { j++; } while (j < i);", "int j = 0;\ndo\n{\n    j = gr_add32(j, 1);\n}\nwhile (j < i);")]
    [InlineData("{ int j = 0; ci[0] = j; } { int j = 1; ci[1] = j; } ;", "{\n    int j = 0;\n    ci[0L] = j;\n}\n{\n    int j = 1;\n    ci[1L] = j;\n}")]
    [InlineData("if (i == 0) return; ci[0] = 1;", "if (i == 0)\n{\n    return;\n}\nci[0L] = 1;")]
    public void Statements_become_their_namesakes(string statements, string expected) =>
        Assert.Equal(expected, TranslatedSource.OfStatements(statements).Statements);

    [Theory]
    [InlineData("x += 2;", "x = x + 2.0;")]
    [InlineData("u *= 3;", "u = u * 3u;")]
    [InlineData("l -= i;", "l = gr_sub64(l, i);")]
    [InlineData("i <<= i;", "i = gr_shl32(i, i);")]
    [InlineData("u >>= 33;", "u = u >> 1;")]
    [InlineData("cd[i]++;", "cd[i] = cd[i] + 1.0;")]
    [InlineData("ci[l] &= 7;", "ci[l] = ci[l] & 7;")]
    [InlineData("u++;", "u = u + 1u;")]
    [InlineData("l--;", "l = gr_sub64(l, 1);")]
    public void An_update_reads_and_writes_its_place(string statement, string expected) =>
        Assert.Equal(expected, TranslatedSource.OfStatements(statement).Statements);

    [Fact]
    public void Out_variables_are_declared_before_the_statement()
    {
        TranslatedSource source = TranslatedSource.OfStatements(
            "if (Split(x, out double whole, out _)) cd[0] = whole;\nelse if (Split(-x, out double other, out double rest)) cd[0] = other + rest;",
            "static bool Split(double a, out double b, out double c) { b = a; c = a - b; return b > 0; }");
        Assert.Equal(
            "double whole;\ndouble gr_discard0;\nif (K_Split(x, &whole, &gr_discard0))\n{\n    cd[0L] = whole;\n}\nelse\n{\n"
            + "    double other;\n    double rest;\n    if (K_Split(-x, &other, &rest))\n    {\n        cd[0L] = other + rest;\n    }\n}", source.Statements);
        Assert.Equal("*b = a;\n*c = a - *b;\nreturn *b > 0.0;", source.BodyOf("K_Split"));
    }

    [Fact]
    public void Reference_parameters_are_pointers_and_in_parameters_values()
    {
        TranslatedSource source = TranslatedSource.OfStatements(
            "Move(ref x, in i); cd[0] = x;", "static void Move(ref double a, in int b) { Add(ref a, b); a += b; }\nstatic void Add(ref double p, double q) => p += q;");
        Assert.Equal("K_Move(&x, i);\ncd[0L] = x;", source.Statements);
        Assert.Contains("GR_FUNCTION void K_Move(double* a, int b)\n{\n    K_Add(a, (double)b);\n    *a = *a + (double)b;\n}", source.OpenCl, StringComparison.Ordinal);
    }

    [Fact]
    public void Structs_are_passed_and_returned_by_value()
    {
        TranslatedSource source = TranslatedSource.OfStatements(
            "Quote q = new() { Mid = x, Depth = i }; Widen(ref q); q.Mid += 1; Quote r = Half(q); cd[0] = r.Mid + default(Quote).Mid;",
            """
            public struct Size { public int Lots; }
            public struct Quote { public double Mid; public int Depth; public Size Size; }
            static Quote Half(Quote q) => new Quote { Mid = 0.5 * q.Mid, Size = new Size { Lots = q.Size.Lots / 2 } };
            static void Widen(ref Quote q) { q.Size.Lots++; q.Mid *= 2; }
            """);
        Assert.Equal(
            "Quote q = gr_new_Quote(x, i, gr_new_Size(0));\nK_Widen(&q);\nq.Mid = q.Mid + 1.0;\nQuote r = K_Half(q);\ncd[0L] = r.Mid + gr_new_Quote(0.0, 0, gr_new_Size(0)).Mid;",
            source.Statements);
        Assert.Equal("return gr_new_Quote(0.5 * q.Mid, 0, gr_new_Size(q.Size.Lots / 2));", source.BodyOf("K_Half"));
        Assert.Equal("q->Size.Lots = gr_add32(q->Size.Lots, 1);\nq->Mid = q->Mid * 2.0;", source.BodyOf("K_Widen"));
        Assert.Contains("typedef struct Quote\n{\n    double Mid;\n    int Depth;\n    Size Size;\n} Quote;", source.OpenCl, StringComparison.Ordinal);
    }
}
