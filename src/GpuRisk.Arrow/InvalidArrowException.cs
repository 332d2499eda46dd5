namespace GpuRisk.Arrow;

/// <summary>The bytes are no Arrow data, are damaged, or use a part of the format that is not read here; the message says which.</summary>
public sealed class InvalidArrowException : Exception
{
    public InvalidArrowException(string reason)
        : this(null, null, reason, null)
    {
    }

    public InvalidArrowException(string reason, Exception inner)
        : this(null, null, reason, inner)
    {
    }

    public InvalidArrowException()
        : this("The Arrow data are not valid.")
    {
    }

    internal InvalidArrowException(string? file, long? offset, string reason, Exception? inner)
        : base(Describe(file, offset, reason), inner)
    {
        File = file;
        Offset = offset;
        Reason = reason;
    }

    /// <summary>The file, where the data come from one.</summary>
    public string? File { get; }

    /// <summary>The byte at which the part that is wrong begins (a message, a footer), counted from the first of the data.</summary>
    public long? Offset { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    private static string Describe(string? file, long? offset, string reason) =>
        (file is null ? "" : file + ": ") + (offset is { } at ? FormattableString.Invariant($"at byte {at}: ") : "") + reason;
}
