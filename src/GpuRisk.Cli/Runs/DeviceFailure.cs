namespace GpuRisk.Cli.Runs;

/// <summary>A failure of a device in a line.</summary>
internal static class DeviceFailure
{
    /// <summary>What failed and why; messages of devices may name them already.</summary>
    public static string Text(string device, Exception failure)
    {
        string own = device + ": ", message = failure.Message;
        string said = message.StartsWith(own, StringComparison.Ordinal) ? message[own.Length..] : message;
        return $"{device} failed: {said.TrimEnd('.')}";
    }
}
