using GpuRisk.Cuda.Probe;

// One case of the CUDA back end a process, because the driver's library and its behaviour belong to the process: prints what it saw, and
// tests hold it against what it should be.
if (args is not [string name, .. string[] rest] || !Cases.All.TryGetValue(name, out Action<string[]>? run))
{
    Console.Error.WriteLine($"usage: CASE [ARGUMENT...], a case is one of {string.Join(", ", Cases.All.Keys)}");
    return 2;
}
run(rest);
return 0;
