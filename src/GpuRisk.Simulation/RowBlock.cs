using GpuRisk.Accelerators;

namespace GpuRisk.Simulation;

/// <summary>How many instruments or accounts a work item takes one after the other.</summary>
internal static class RowBlock
{
    /// <summary>Below this a work item has too little to do for what it costs.</summary>
    private const int Smallest = 4;

    /// <summary>Work items of a tile, in the direction of scenarios, that a device has at least.</summary>
    private const int ItemsATile = 32;

    /// <summary>As many as leave the device twice the work items that keep it busy, within 4 and <paramref name="largest"/>.</summary>
    public static int Of(Accelerator accelerator, int rows, int largest) =>
        (int)Math.Clamp((long)rows * ItemsATile / (2L * accelerator.WorkItems), Math.Min(Smallest, largest), largest);
}
