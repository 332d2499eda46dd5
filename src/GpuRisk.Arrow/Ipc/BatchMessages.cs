namespace GpuRisk.Arrow.Ipc;

/// <summary>What the messages of a file or stream mean under its schema.</summary>
internal sealed class BatchMessages(string? source)
{
    private readonly DictionaryMemo dictionaries = new();

    public Schema ReadSchema(Message message) => Located(message, () => message.Kind == MessageKind.Schema
        ? new SchemaDecoder(dictionaries).Decode(message.Header)
        : throw new InvalidArrowException($"the first message is a {message.Kind}; a Schema is expected"));

    public RecordBatch ReadRecordBatch(Message message, Schema schema) => Located(message, () => message.Kind == MessageKind.RecordBatch
        ? new BatchDecoder(message.Batch(), message.Version, message.Body, dictionaries).Decode(schema)
        : throw new InvalidArrowException($"a RecordBatch is expected where a {message.Kind} is"));

    /// <param name="mayReplace">Whether a dictionary may take the place of one: in streams alone.</param>
    public void ReadDictionary(Message message, bool mayReplace) => Located(message, () =>
    {
        if (message.Kind != MessageKind.DictionaryBatch)
            throw new InvalidArrowException($"a DictionaryBatch is expected where a {message.Kind} is");
        long id = message.Header.GetInt64(0);
        bool isDelta = message.Header.GetBoolean(2);
        ArrayData values = new BatchDecoder(message.Batch(), message.Version, message.Body, dictionaries)
            .DecodeDictionary(dictionaries.TypeOf(id));
        if (isDelta)
            dictionaries.Append(id, values);
        else if (mayReplace || !dictionaries.Has(id))
            dictionaries.Replace(id, values);
        else
            throw new InvalidArrowException(FormattableString.Invariant($"dictionary {id} is there twice, which only a stream may have"));
        return true;
    });

    private T Located<T>(Message message, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidArrowException e) when (e.Offset is null)
        {
            throw new InvalidArrowException(source, message.Offset, e.Reason, e);
        }
    }
}
