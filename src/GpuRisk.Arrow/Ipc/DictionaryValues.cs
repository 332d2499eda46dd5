namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// A dictionary's values so far. Appending copies what is new alone, however often it happens; arrays that were read before keep the values that
/// they were read with.
/// </summary>
internal sealed class DictionaryValues
{
    private ArrayAppender? appender;

    public DictionaryValues(ArrayData data)
    {
        Data = data;
        data.Lineage = this;
    }

    public ArrayData Data { get; private set; }

    public void Append(ArrayData delta)
    {
        if (appender is null)
        {
            appender = new ArrayAppender(Data.DataType);
            appender.Append(Data);
        }
        appender.Append(delta);
        Data = appender.Snapshot();
        Data.Lineage = this;
    }
}
