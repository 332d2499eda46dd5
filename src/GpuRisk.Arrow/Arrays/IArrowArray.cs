namespace GpuRisk.Arrow;

/// <summary>Values of one type, of which some may be null. Nothing changes them.</summary>
public interface IArrowArray
{
    ArrayData Data { get; }

    int Length { get; }

    /// <summary>The place of the first value in the buffers.</summary>
    int Offset { get; }

    int NullCount { get; }

    bool IsValid(int index);

    bool IsNull(int index);
}
