using GpuRisk.Accelerators;
using GpuRisk.Accelerators.OpenCl;
using GpuRisk.Accelerators.Probe;

// What a process sees of OpenCL under the environment it was started with: the loader reads that once. A line "device NAME PROBLEM" for each
// device and "problem TEXT" for each problem; with the argument "open", device 0 is opened, its program from the user's cache; with the argument
// "together", only the numbers of devices that several threads see. With "sound", "race" or "bounds" device 0 runs a launch that is so.
var provider = new OpenClProvider(ProbeKernels.Program, ProgramCache.OfUser());
if (args is ["together"])
{
    // The first call into the loader, by several threads at once.
    var counts = new int[8];
    using var start = new Barrier(counts.Length);
    Thread[] threads = [.. Enumerable.Range(0, counts.Length).Select(i => new Thread(() =>
    {
        start.SignalAndWait();
        counts[i] = provider.Scan().Devices.Count;
    }))];
    foreach (Thread thread in threads)
        thread.Start();
    foreach (Thread thread in threads)
        thread.Join();
    Console.WriteLine($"devices {string.Join(' ', counts.Distinct())}");
    return;
}
if (args is ["sound" or "race" or "bounds"])
{
    CheckedLaunches.Run(provider, args[0]);
    return;
}
DeviceScan scan = provider.Scan();
foreach (DeviceInfo device in scan.Devices)
    Console.WriteLine($"device {device.Name} {device.Problem ?? "usable"}");
foreach (string problem in scan.Problems)
    Console.WriteLine($"problem {problem}");
if (args is not ["open"])
    return;
try
{
    using Accelerator accelerator = provider.Open(0);
    Console.WriteLine($"opened {accelerator.Description}");
}
catch (AcceleratorException e)
{
    Console.WriteLine($"refused {e.Message}");
}
