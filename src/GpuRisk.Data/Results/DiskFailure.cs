namespace GpuRisk.Data.Results;

/// <summary>Tells a disk that does not take what is written from a mistake of the program.</summary>
internal static class DiskFailure
{
    /// <summary>The runtime reports a file that grows beyond what the file system or a limit allows as an argument of this name.</summary>
    private const string TooLong = "value";

    public static bool Is(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: TooLong };

    /// <summary>Why, without the parts that are meant for programmers.</summary>
    public static string Reason(Exception failure) =>
        failure is ArgumentOutOfRangeException ? "the file is longer than the file system allows" : failure.Message.TrimEnd('.');
}
