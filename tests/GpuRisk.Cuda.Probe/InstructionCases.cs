using System.Globalization;
using System.Text;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cuda;
using GpuRisk.Kernels;

namespace GpuRisk.Cuda.Probe;

/// <summary>
/// Single instructions: what the software driver makes of them. A line of the input is PTX, a tab and three numbers. The numbers arrive in
/// %rd1 to %rd3, their lower halves in %r1 to %r3 and %f1 to %f3, their bits in %fd1 to %fd3; the result is what the first register with a 9
/// holds at the end, and is printed as hexadecimal.
/// </summary>
internal static class InstructionCases
{
    private const int Inputs = 3;

    public static void Run(string[] arguments)
    {
        string[][] lines = [.. Lines().Select(line => line.Split('\t'))];
        var provider = new CudaProvider(() => Program(lines));
        Device.Refusal("instructions", () =>
        {
            using Accelerator cuda = provider.Open(0);
            ulong[] numbers = [.. lines.SelectMany(line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Number)];
            using DeviceBuffer<double> inputs = cuda.Upload<double>([.. numbers.Select(BitConverter.UInt64BitsToDouble)]), outputs = cuda.Allocate<double>(lines.Length);
            cuda.ForEach(1, (queue, _) => queue.LaunchScalar(new InstructionsLaunch(inputs, outputs), 0, 1), CancellationToken.None);
            var results = new double[lines.Length];
            cuda.Read<double>(outputs, 0, results);
            foreach (double result in results)
                Console.WriteLine(BitConverter.DoubleToUInt64Bits(result).ToString("x", CultureInfo.InvariantCulture));
        });
    }

    private static IEnumerable<string> Lines()
    {
        while (Console.ReadLine() is { Length: > 0 } line)
            yield return line;
    }

    private static ulong Number(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static KernelProgram Program(string[][] lines)
    {
        var text = new StringBuilder();
        text.Append("""
            .version 6.0
            .target sm_70
            .address_size 64
            .func (.param .b64 func_retval0) twice(.param .b64 twice_param_0)
            {
                .reg .b64 %rd<3>;
                ld.param.u64 %rd1, [twice_param_0];
                add.s64 %rd2, %rd1, %rd1;
                st.param.b64 [func_retval0+0], %rd2;
                ret;
            }
            .visible .entry Probe_Instructions(
                .param .u32 items, .param .u32 first_item, .param .u64 inputs, .param .u64 outputs)
            {
                .local .align 8 .b8 depot[16];
                .reg .pred %p<10>; .reg .b16 %rs<10>; .reg .b32 %r<10>; .reg .b64 %rd<10>, %in, %out; .reg .f32 %f<10>; .reg .f64 %fd<10>;
                mov.u32 %r1, %tid.x;
                setp.ne.s32 %p1, %r1, 0;
                @%p1 bra DONE;
                ld.param.u64 %in, [inputs];
                ld.param.u64 %out, [outputs];

            """);
        for (int i = 0; i < lines.Length; i++)
        {
            for (int n = 1; n <= Inputs; n++)
            {
                string at = string.Create(CultureInfo.InvariantCulture, $"[%in+{8 * (Inputs * i + n - 1)}]");
                text.Append(CultureInfo.InvariantCulture, $"    ld.global.u64 %rd{n}, {at}; ld.global.f64 %fd{n}, {at}; ld.global.u32 %r{n}, {at}; ld.global.f32 %f{n}, {at};\n");
            }
            text.Append(CultureInfo.InvariantCulture, $"    {lines[i][0].Replace("#", string.Create(CultureInfo.InvariantCulture, $"{i}"), StringComparison.Ordinal)}\n    {Store(lines[i][0], 8 * i)}\n");
        }
        text.Append("DONE:\n    ret;\n}\n");
        KernelParameter Buffer(string name) => new(name, KernelParameterKind.Buffer, "double", Written: true);
        return new KernelProgram(text.ToString(), [new(InstructionsLaunch.Kernel, "Probe_Instructions", HasRows: false, [Buffer("inputs"), Buffer("outputs")])]);
    }

    private static string Store(string instruction, int offset)
    {
        string to = string.Create(CultureInfo.InvariantCulture, $"[%out+{offset}]");
        return instruction switch
        {
            _ when instruction.Contains("%rd9", StringComparison.Ordinal) => $"st.global.u64 {to}, %rd9;",
            _ when instruction.Contains("%fd9", StringComparison.Ordinal) => $"st.global.f64 {to}, %fd9;",
            _ when instruction.Contains("%f9", StringComparison.Ordinal) => $"st.global.f32 {to}, %f9;",
            _ when instruction.Contains("%rs9", StringComparison.Ordinal) => $"st.global.u16 {to}, %rs9;",
            _ when instruction.Contains("%p9", StringComparison.Ordinal) => $"selp.u32 %r9, 1, 0, %p9; st.global.u32 {to}, %r9;",
            _ => $"st.global.u32 {to}, %r9;",
        };
    }
}

internal readonly record struct InstructionsLaunch(DeviceBuffer<double> Inputs, DeviceBuffer<double> Outputs) : IScalarLaunch
{
    public static string Kernel => "Probe.Instructions";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Inputs);
        arguments.Add(Outputs);
    }

    void IScalarLaunch.Run<R, W>(int item) => throw new NotSupportedException("The kernel exists as PTX alone.");
}
