using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Cuda;
using GpuRisk.Accelerators.OpenCl;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The devices of a machine, of every back end. A provider is asked for its devices once, and only when they matter.</summary>
public sealed class AcceleratorCatalog
{
    private readonly List<(IAcceleratorProvider Provider, Lazy<DeviceScan> Scan)> sources;

    public AcceleratorCatalog(IReadOnlyList<IAcceleratorProvider> providers)
    {
        ArgumentNullException.ThrowIfNull(providers);
        sources = [.. providers.Select(provider => (provider, new Lazy<DeviceScan>(provider.Scan)))];
    }

    /// <summary>Every back end that there is.</summary>
    /// <param name="threads">Of the processor; 0: one a processor.</param>
    /// <param name="width">Lanes of the processor; null: the widest the hardware has.</param>
    public static AcceleratorCatalog OfThisMachine(int threads = 0, LaneWidth? width = null) => new([new CpuProvider(threads, width), new CudaProvider(), new OpenClProvider()]);

    /// <summary>All devices, usable or not, and all that is installed and broken.</summary>
    public DeviceScan Scan() =>
        new([.. sources.SelectMany(source => source.Scan.Value.Devices)], [.. sources.SelectMany(source => source.Scan.Value.Problems)]);

    /// <summary>Every device, usable or not.</summary>
    public IReadOnlyList<Candidate> All() => [.. sources.SelectMany(source => Devices(source.Provider, source.Scan.Value))];

    /// <summary>
    /// The devices that a choice allows, best first, found as they are asked for. Auto: CUDA devices, OpenCL devices that are GPUs with
    /// memory of their own, the processor; never a processor behind OpenCL, which would be the same processor at a lower speed.
    /// </summary>
    public IEnumerable<Candidate> Candidates(AcceleratorChoice choice) => Steps(choice).Select(step => step.Candidate).OfType<Candidate>();

    /// <summary>Goes through the devices that a choice allows.</summary>
    public AcceleratorSearch Search(AcceleratorChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return new AcceleratorSearch(choice, Steps(choice));
    }

    /// <summary>Opens the best device that a choice allows.</summary>
    /// <exception cref="AcceleratorException">There is none that can be used; the message says why, device by device.</exception>
    public OpenedAccelerator Open(AcceleratorChoice choice)
    {
        AcceleratorSearch search = Search(choice);
        return search.Next() ?? throw search.NothingLeft();
    }

    /// <summary>What is broken comes after the devices of its back end: it is told only where none of them would do.</summary>
    private IEnumerable<SearchStep> Steps(AcceleratorChoice choice)
    {
        string[] kinds = choice.Kind is { } one ? [one] : [AcceleratorChoice.CudaKind, AcceleratorChoice.OpenClKind, AcceleratorChoice.CpuKind];
        foreach (string kind in kinds)
        {
            foreach ((IAcceleratorProvider provider, Lazy<DeviceScan> scan) in sources.Where(source => source.Provider.Kind == kind))
            {
                foreach (Candidate candidate in Chosen(choice, Devices(provider, scan.Value)))
                    yield return new SearchStep(candidate, null);
                foreach (string problem in scan.Value.Problems)
                    yield return new SearchStep(null, problem);
            }
        }
    }

    private static IEnumerable<Candidate> Chosen(AcceleratorChoice choice, IEnumerable<Candidate> devices) =>
        choice switch
        {
            { Index: { } index } => devices.Where(device => device.Index == index),
            { Kind: null } => devices.Where(device => device.Device.IsDiscreteGpu || device.Provider.Kind == AcceleratorChoice.CpuKind),
            _ => devices.OrderByDescending(device => device.Device.IsGpu),
        };

    private static IEnumerable<Candidate> Devices(IAcceleratorProvider provider, DeviceScan scan) =>
        scan.Devices.Select((device, index) => new Candidate(provider, index, device));
}
