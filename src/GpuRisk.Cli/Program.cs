using System.CommandLine;
using GpuRisk.Cli;
using GpuRisk.Cli.Commands;

var root = new RootCommand("""
    GpuRisk: Monte Carlo margin for books of options, futures and perpetuals.

    Start:       gpurisk sample book; gpurisk run book; then open results/book/report.html
    Exit codes:  0 done, 1 failed, incomplete or not verified, 2 bad usage, 3 bad input, 129, 130 or 143 interrupted
    """)
{
    RunCommand.Create(),
    CalibrateCommand.Create(),
    PriceCommand.Create(),
    VerifyCommand.Create(),
    DevicesCommand.Create(),
    CompareCommand.Create(),
    SampleCommand.Create(),
    ConvertCommand.Create(),
    ImportCommand.Create(),
};
return await Boundary.Invoke(root, args).ConfigureAwait(false);
