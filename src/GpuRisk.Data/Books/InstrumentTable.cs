using GpuRisk.Data.Tables;
using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Books;

/// <summary>Where an instrument stands in its table, for problems found later.</summary>
internal readonly record struct InstrumentPlace(int Line, int NameColumn, int UnderlyingColumn, int ExpiryColumn);

/// <summary>
/// The instruments that were read. A row with a problem keeps its name and its number, with null for the instrument, so
/// that a position in it is not reported as unknown.
/// </summary>
internal sealed class InstrumentTable(string file)
{
    /// <summary>The name of the file, for messages.</summary>
    public string File => file;

    public List<Instrument?> Rows { get; } = [];

    public List<InstrumentPlace> Places { get; } = [];

    public NameIndex Names { get; } = new();

    /// <summary>False where a name could not be read: a name that is not here may then be one of those, and is not reported.</summary>
    public bool HasEveryName { get; set; }
}
