namespace GpuRisk.Simulation;

/// <summary>Bytes that one scenario takes.</summary>
/// <param name="Tiles">Of the tiles of all queues.</param>
/// <param name="Slice">Of the profits of instruments in one tile: the largest buffer of a tile.</param>
/// <param name="Profits">Of the profits of accounts in a block: one buffer.</param>
internal readonly record struct ScenarioNeed(long Tiles, long Slice, long Profits)
{
    /// <summary>Of tiles, the profits of accounts, and the scenario's number.</summary>
    public long Total => Tiles + BlockTotal;

    /// <summary>In the larger of the two buffers that grow with accounts and instruments.</summary>
    public long LargestBuffer => Math.Max(Slice, Profits);

    private long BlockTotal => Profits + sizeof(uint);

    /// <summary>Scenarios of the largest tile that fits with a block of its own.</summary>
    public long LargestTile(long room, long buffer) => Math.Min(Math.Max(0, room) / Total, buffer / LargestBuffer);

    /// <summary>Scenarios of the largest block that fits beside the tiles.</summary>
    public long LargestBlock(long room, int tile, long buffer) => Math.Min((room - Tiles * tile) / BlockTotal, buffer / Profits);
}
