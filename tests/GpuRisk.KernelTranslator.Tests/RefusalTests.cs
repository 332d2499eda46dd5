namespace GpuRisk.KernelTranslator.Tests;

/// <summary>What is outside the subset is an error where it stands, with what to write instead; all of them at once.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("foreach (int j in new int[3]) { }", "GR0003 2:1 foreach cannot run on a device; write a for loop over indices")]
    [InlineData("switch (i) { case 1: break; }", "GR0003 2:1 switch cannot run on a device; write if and else if")]
    [InlineData("ci[0] = i switch { 1 => 2, _ => 3 };", "GR0003 2:9 A switch expression cannot run on a device; write conditions with ?:")]
    [InlineData("throw new InvalidOperationException();", "GR0003 2:1 An exception cannot run on a device; check the input on the host, or write what went wrong to memory")]
    [InlineData("try { } finally { }", "GR0003 2:1 An exception cannot run on a device; check the input on the host, or write what went wrong to memory")]
    [InlineData("lock (typeof(K)) { }", "GR0003 2:1 lock cannot run on a device; work items share nothing; reduce in a second launch")]
    [InlineData("goto end; end: ;", "GR0003 2:1 goto cannot run on a device; write a loop, with break and continue")]
    [InlineData("double Square(double a) => a * a;", "GR0003 2:1 A local function cannot run on a device; make it a static method of the class")]
    [InlineData("ref double r = ref x;", "GR0003 2:12 A ref local cannot run on a device; name the variable itself, or copy its value")]
    [InlineData("ci[0] = checked(i + 1);", "GR0003 2:17 Checked arithmetic, which throws, cannot run on a device; write unchecked arithmetic, and check its operands")]
    [InlineData("cd[0] = x % 2;", "GR0003 2:9 This operator cannot run on a device; write it out in additions, multiplications and comparisons")]
    [InlineData("if (i is 1 or 2) { }", "GR0003 2:5 A pattern cannot run on a device; write comparisons")]
    [InlineData("(i, l) = (1, 2);", "GR0003 2:1 A tuple cannot run on a device; use a struct of your own with named fields, or out parameters")]
    [InlineData("decimal m = 1m;", "GR0002 2:9 The type 'decimal' does not exist on a device; compute in double")]
    [InlineData("string s;", "GR0002 2:8 The type 'string' does not exist on a device; pass numbers; text stays on the host")]
    [InlineData("byte b;", "GR0002 2:6 The type 'byte' does not exist on a device; use int or uint")]
    [InlineData("DayOfWeek d;", "GR0002 2:11 The type 'System.DayOfWeek' does not exist on a device; pass an int, and compare it with a const")]
    [InlineData("double? d;", "GR0002 2:9 The type 'double?' does not exist on a device; use int, uint, long, ulong, bool, double, lanes, and structs of fields of these")]
    [InlineData("object o;", "GR0002 2:8 The type 'object' does not exist on a device; use int, uint, long, ulong, bool, double, lanes, and structs of these; a device allocates nothing")]
    [InlineData("cd[0] = Math.Exp(x);", "GR0004 2:9 'System.Math.Exp(double)' cannot be used on a device; use RealMath, whose bits are the same everywhere")]
    [InlineData("cd[0] = Math.Min(x, 1);", "GR0004 2:9 'System.Math.Min(double, double)' cannot be used on a device; write a < b ? a : b, which says what NaN and zeros of two signs give")]
    [InlineData("ci[0] = Math.Abs(i);", "GR0004 2:9 'System.Math.Abs(int)' cannot be used on a device; write x < 0 ? -x : x")]
    [InlineData("Console.WriteLine(i);", "GR0004 2:1 'System.Console.WriteLine(int)' cannot be used on a device; write to memory, and print on the host")]
    [InlineData("ci[0] = x.CompareTo(1);", "GR0004 2:9 'double.CompareTo(double)' cannot be used on a device; write a static method that takes the value as a parameter")]
    [InlineData("ci[0] = Calls;", "GR0004 2:9 'K.Calls' cannot be used on a device; make it a const, or pass its value")]
    [InlineData("Calls = 1;", "GR0004 2:1 'K.Calls' cannot be used on a device; make it a const, or pass its value")]
    [InlineData("ci[0] = Stored;", "GR0004 2:9 'K.Stored' cannot be used on a device; make it a const, or a static property with an expression body")]
    [InlineData("ci[0] = i = 1;", "GR0005 2:9 An assignment inside a larger expression has no order on a device; assign in a statement of its own")]
    [InlineData("ci[i++] = 1;", "GR0005 2:4 An increment inside a larger expression has no order on a device; count in a statement of its own")]
    [InlineData("ci[0] = Next(ref i) + 1;", "GR0005 2:9 A call that writes memory or variables inside a larger expression has no order on a device; assign its result to a local first")]
    [InlineData("ci[ci[0]] = Take(ci);", "GR0005 2:13 A call that writes memory or variables inside a larger expression has no order on a device; assign its result to a local first")]
    [InlineData("ci[i] = Next(ref i);", "GR0005 2:9 A call that writes memory or variables inside a larger expression has no order on a device; assign its result to a local first")]
    [InlineData("while (Next(ref i) > 0) { }", "GR0005 2:8 A call that writes memory or variables inside a larger expression has no order on a device; assign its result to a local first")]
    [InlineData("Both(in x, ref x);", "GR0005 2:6 One variable passed both by in and by ref inside a larger expression has no order on a device; copy it to a local first")]
    [InlineData("Even(i);", "GR0006 4:235 'K.Even' calls itself, which a device cannot; write a loop")]
    [InlineData("Table<int> t = ti;", "GR0008 2:16 Device memory is not a value; read or write its elements, or pass it on")]
    [InlineData("Run(item, i, u, l, v, x, ti, tu, tl, td, ci, cl, cd);", "GR0004 2:1 'K.Run(int, int, uint, long, ulong, double, Table<int>, Table<uint>, Table<long>, Table<double>, Column<int>, Column<long>, Column<double>)' cannot be used on a device; move what both share into a method without [Kernel]")]
    public void What_a_device_cannot_do_is_refused_at_its_place(string statement, string expected)
    {
        const string members =
            "static int Next(ref int a) => ++a; static int Take(Column<int> a) { a[0] = 1; return 1; } static void Both(in double a, ref double b) { b = a; } static int Even(int n) => n == 0 ? 1 : Odd(n - 1); static int Odd(int n) => n == 0 ? 0 : Even(n - 1); "
            + "static int Calls; static int Stored { get; } = 3;";
        IEnumerable<string> errors = TranslatedSource.OfStatements(statement, members).Errors.Select(e => e.Replace("GpuRisk.Kernels.Lanes.", "", StringComparison.Ordinal));
        Assert.Contains(expected, errors);
    }

    [Theory]
    [InlineData("[Kernel] public static void Run(int row) { }", "GR0001 2:29 A kernel's first parameter is the work item; write 'int item'")]
    [InlineData("[Kernel] public static int Run(int item) => item;", "GR0001 2:28 A kernel is a static method that returns nothing; write results to memory")]
    [InlineData("[Kernel] public static void Run(int item, bool deep) { }", "GR0001 2:48 'deep' cannot be passed at a launch; use int, uint, long, ulong, double or memory, by value")]
    [InlineData("[Kernel] public static void Run(int item, ref int a) { }", "GR0001 2:51 'a' cannot be passed at a launch; use int, uint, long, ulong, double or memory, by value")]
    [InlineData("[Kernel] public static void Run(int item) { } [Kernel] public static void Run(int item, int a) { }", "GR0001 2:75 There are two kernels 'K.Run'; give each a name of its own")]
    [InlineData("[Kernel] public static void Run<T>(int item) { }", "GR0007 2:29 'K.Run' has type arguments that are no lanes; name them by [KernelInstance(typeof(...))]")]
    [InlineData("[Kernel, KernelInstance(typeof(int), typeof(int))] public static void Run<T>(int item) { }", "GR0007 2:10 'K.Run' has 1 type arguments besides lanes, and 2 are given; give one for each")]
    [InlineData("[Kernel] public static void Run(int item, Column<float> a) { }", "GR0008 2:43 Device memory 'a' has elements that a device cannot hold, or is passed by reference; use elements of int, uint, long, ulong or double, or Stored<R, W, E> with E Binary64 or Binary32, passed by value")]
    [InlineData("public struct P { public double A { get; set; } } [Kernel] public static void Run(int item) { P p = default; }", "GR0002 2:33 The type 'K.P' does not exist on a device; make its properties fields")]
    public void A_kernel_that_cannot_be_launched_is_refused(string member, string expected) =>
        Assert.Contains(expected, TranslatedSource.Of("public static class K {\n" + member + "\n}").Errors);

    [Fact]
    public void All_errors_come_at_once()
    {
        TranslatedSource source = TranslatedSource.OfStatements(
            "float f = 1;\nswitch (i) { }\ncd[0] = Deep(x);\ncd[1] = Math.Sin(x) + Math.Cos(x);", "static double Deep(double a) => Math.Tan(a);");
        Assert.Equal(
            ["GR0002 2:7", "GR0002 2:11", "GR0003 3:1", "GR0004 7:33", "GR0004 5:9", "GR0004 5:23"], source.Errors.Select(e => string.Join(' ', e.Split(' ').Take(2))).Distinct());
    }

    [Fact]
    public void A_function_with_two_instances_has_its_errors_once()
    {
        TranslatedSource source = TranslatedSource.OfStatements("cd[0] = F(x) + F(l);", "static double F<T>(T a) where T : struct => Math.Sin(1);");
        Assert.Single(source.Errors);
    }

    [Fact]
    public void Ordinary_errors_are_left_to_the_compiler()
    {
        TranslatedSource source = TranslatedSource.OfBroken(
            "public static class K { [Kernel] public static void A(int item, Column<double> c) { c[0] = nothing; foreach (var } "
            + "[Kernel] public static void B(int item, Missing m) { m.Call(); } [Kernel] public static void C(int item) { D(); } static void D() { int a = \"\"; } }");
        Assert.Empty(source.Errors);
        Assert.NotNull(source.Generated);
    }

    [Fact]
    public void Without_kernels_nothing_is_generated() => Assert.Null(TranslatedSource.Of("public static class K { }").Generated);
}
