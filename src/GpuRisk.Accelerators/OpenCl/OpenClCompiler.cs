using System.Text;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Turns text into a program for a device, or takes it from the cache.</summary>
internal static unsafe class OpenClCompiler
{
    /// <summary>The language alone: every option that relaxes arithmetic would change bits.</summary>
    public const string Options = "-cl-std=CL1.2";

    private const int LongestLog = 4000;

    /// <summary>The program's handle, built.</summary>
    public static nint Compile(OpenClContext context, string text, ProgramCache cache)
    {
        var key = new ProgramKey(text, Options, context.Device);
        if (cache.Read(key) is { } known && FromBinary(context, known) is var program and not 0)
            return program;
        program = FromText(context, text);
        if (Binary(program) is { } binary)
            cache.Write(key, binary);
        return program;
    }

    private static nint FromText(OpenClContext context, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        nuint length = (nuint)bytes.Length;
        int status;
        nint program;
        fixed (byte* start = bytes)
        {
            byte* first = start;
            program = OpenClApi.CreateProgramWithSource(context.Handle, 1, &first, &length, &status);
        }
        context.Check(status, "clCreateProgramWithSource");
        nint device = context.Device.Handle;
        status = OpenClApi.BuildProgram(program, 1, &device, Options, 0, 0);
        if (status == 0)
            return program;
        string log = OpenClInfo.BuildLog(program, device);
        _ = OpenClApi.ReleaseProgram(program);
        if (status == OpenClError.BuildProgramFailure)
            throw Refused(context.Device, log);
        throw OpenClError.Exception(context.Device.Name, "clBuildProgram", status);
    }

    /// <summary>0 where the driver does not take it: another of the same name and version may have written it.</summary>
    private static nint FromBinary(OpenClContext context, byte[] binary)
    {
        nint device = context.Device.Handle;
        nuint length = (nuint)binary.Length;
        int status, loaded;
        nint program;
        fixed (byte* start = binary)
        {
            byte* first = start;
            program = OpenClApi.CreateProgramWithBinary(context.Handle, 1, &device, &length, &first, &loaded, &status);
        }
        if (status != 0)
            return 0;
        if (loaded == 0 && OpenClApi.BuildProgram(program, 1, &device, Options, 0, 0) == 0)
            return program;
        _ = OpenClApi.ReleaseProgram(program);
        return 0;
    }

    /// <summary>Null where the driver gives none.</summary>
    private static byte[]? Binary(nint program)
    {
        nuint size = 0;
        if (OpenClApi.GetProgramInfo(program, OpenClQuery.ProgramBinarySizes, (nuint)sizeof(nuint), &size, null) != 0 || size == 0 || size > int.MaxValue)
            return null;
        var binary = new byte[(int)size];
        fixed (byte* start = binary)
        {
            byte* first = start;
            return OpenClApi.GetProgramInfo(program, OpenClQuery.ProgramBinaries, (nuint)sizeof(nint), &first, null) == 0 ? binary : null;
        }
    }

    private static AcceleratorException Refused(OpenClDevice device, string log)
    {
        string shown = log.Length == 0 ? "it gives no reason" : log.Length > LongestLog ? log[..LongestLog] + " ..." : log;
        return new AcceleratorException(
            $"{device.Description}: the driver's compiler refuses the kernels; update the driver, or use another device or --accelerator cpu.\n{shown}");
    }
}
