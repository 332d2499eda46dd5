using System.CommandLine;
using GpuRisk.Cli;
using GpuRisk.Cli.Commands;

var root = new RootCommand("GpuRisk: Monte Carlo margin for books of options, futures and perpetuals.")
{
    RunCommand.Create(),
    PriceCommand.Create(),
    VerifyCommand.Create(),
    SampleCommand.Create(),
    ImportCommand.Create(),
};
return await Boundary.Invoke(root, args).ConfigureAwait(false);
