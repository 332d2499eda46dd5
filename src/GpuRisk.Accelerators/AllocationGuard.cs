namespace GpuRisk.Accelerators;

/// <summary>
/// Frees what a constructor allocated where it does not come to its end: memory of a device would otherwise be held until the collector
/// finds it, and a second try in smaller blocks would find no room either.
/// </summary>
public sealed class AllocationGuard : IDisposable
{
    private readonly List<IDisposable> held = [];

    /// <summary>Takes care of a resource until <see cref="Release"/>.</summary>
    public T Hold<T>(T resource)
        where T : IDisposable
    {
        held.Add(resource);
        return resource;
    }

    /// <summary>All is allocated: whoever holds it frees it.</summary>
    public void Release() => held.Clear();

    public void Dispose()
    {
        foreach (IDisposable resource in held)
            resource.Dispose();
        held.Clear();
    }
}
