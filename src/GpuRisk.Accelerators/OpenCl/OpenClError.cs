namespace GpuRisk.Accelerators.OpenCl;

/// <summary>A status other than success, as an exception that names the device, the call and what helps.</summary>
internal static class OpenClError
{
    public const int DeviceNotFound = -1;
    public const int BuildProgramFailure = -11;
    public const int PlatformNotFound = -1001;

    private static readonly string[] Asking = ["clCreate", "clEnqueueFillBuffer", "clEnqueueNDRangeKernel", "clEnqueueMapBuffer", "clSetKernelArg"];

    public static AcceleratorException Exception(string device, string call, int status)
    {
        string failure = $"{device}: {call} answered {Name(status)}";
        return IsMemory(status, call)
            ? new DeviceMemoryException($"{failure}: no room on the device; use a smaller memory budget, fewer accounts or a shallower tail.")
            : new AcceleratorException($"{failure}: {Cure(status)}.");
    }

    /// <summary>The name that the OpenCL headers give the status.</summary>
    public static string Name(int status) => status switch
    {
        -1 => "CL_DEVICE_NOT_FOUND",
        -2 => "CL_DEVICE_NOT_AVAILABLE",
        -3 => "CL_COMPILER_NOT_AVAILABLE",
        -4 => "CL_MEM_OBJECT_ALLOCATION_FAILURE",
        -5 => "CL_OUT_OF_RESOURCES",
        -6 => "CL_OUT_OF_HOST_MEMORY",
        -7 => "CL_PROFILING_INFO_NOT_AVAILABLE",
        -8 => "CL_MEM_COPY_OVERLAP",
        -11 => "CL_BUILD_PROGRAM_FAILURE",
        -12 => "CL_MAP_FAILURE",
        -13 => "CL_MISALIGNED_SUB_BUFFER_OFFSET",
        -14 => "CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST",
        -15 => "CL_COMPILE_PROGRAM_FAILURE",
        -16 => "CL_LINKER_NOT_AVAILABLE",
        -17 => "CL_LINK_PROGRAM_FAILURE",
        -19 => "CL_KERNEL_ARG_INFO_NOT_AVAILABLE",
        -30 => "CL_INVALID_VALUE",
        -31 => "CL_INVALID_DEVICE_TYPE",
        -32 => "CL_INVALID_PLATFORM",
        -33 => "CL_INVALID_DEVICE",
        -34 => "CL_INVALID_CONTEXT",
        -35 => "CL_INVALID_QUEUE_PROPERTIES",
        -36 => "CL_INVALID_COMMAND_QUEUE",
        -37 => "CL_INVALID_HOST_PTR",
        -38 => "CL_INVALID_MEM_OBJECT",
        -42 => "CL_INVALID_BINARY",
        -43 => "CL_INVALID_BUILD_OPTIONS",
        -44 => "CL_INVALID_PROGRAM",
        -45 => "CL_INVALID_PROGRAM_EXECUTABLE",
        -46 => "CL_INVALID_KERNEL_NAME",
        -47 => "CL_INVALID_KERNEL_DEFINITION",
        -48 => "CL_INVALID_KERNEL",
        -49 => "CL_INVALID_ARG_INDEX",
        -50 => "CL_INVALID_ARG_VALUE",
        -51 => "CL_INVALID_ARG_SIZE",
        -52 => "CL_INVALID_KERNEL_ARGS",
        -53 => "CL_INVALID_WORK_DIMENSION",
        -54 => "CL_INVALID_WORK_GROUP_SIZE",
        -55 => "CL_INVALID_WORK_ITEM_SIZE",
        -56 => "CL_INVALID_GLOBAL_OFFSET",
        -57 => "CL_INVALID_EVENT_WAIT_LIST",
        -58 => "CL_INVALID_EVENT",
        -59 => "CL_INVALID_OPERATION",
        -61 => "CL_INVALID_BUFFER_SIZE",
        -63 => "CL_INVALID_GLOBAL_WORK_SIZE",
        -1001 => "CL_PLATFORM_NOT_FOUND_KHR",
        -9999 => "an illegal read or write in a kernel (-9999)",
        _ => $"OpenCL error {status}",
    };

    /// <summary>No room: for an object, for a launch, on the host's side, or a size that the device never has room for.</summary>
    /// <remarks>CL_OUT_OF_RESOURCES means that where something is asked for; where something is waited for it means that a kernel failed.</remarks>
    private static bool IsMemory(int status, string call) =>
        status is -4 or -6 or -61 || (status == -5 && Asking.Any(name => call.StartsWith(name, StringComparison.Ordinal)));

    private static string Cure(int status) => status switch
    {
        -3 or -16 => "install the compiler that belongs to the driver, or use --accelerator cpu",
        -5 => "a kernel failed, or the system stopped it for taking too long; look into the system's log, then run again, on another device or with --accelerator cpu",
        -2 or -14 or -33 or -34 or -36 => "the device was lost; look into the system's log, then run again, on another device or with --accelerator cpu",
        _ => "update or reinstall the driver, or use another device or --accelerator cpu",
    };
}
