using System.CommandLine;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using GpuRisk.Benchmarks.Suites;

namespace GpuRisk.Benchmarks.Commands;

/// <summary><c>suites [ARGUMENTS]</c>: the BenchmarkDotNet suites; what follows goes to BenchmarkDotNet as it is.</summary>
internal static class SuitesCommand
{
    public static Command Create()
    {
        var command = new Command("suites", "Time every kernel and stage by BenchmarkDotNet, whose arguments may follow, such as --filter '*Exp*'.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed => Execute([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Execute(string[] arguments)
    {
        // Without a filter BenchmarkDotNet asks on the terminal, and a script would wait for ever.
        bool filtered = arguments.Any(a => a is "-f" or "--filter" || a.StartsWith("--filter=", StringComparison.Ordinal));
        string[] all = filtered ? arguments : ["--filter", "*", .. arguments];
        Summary[] summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(SuitesCommand).Assembly).Run(all, SuiteConfig.Create())];
        bool failed = summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success));
        return failed ? ExitCode.Failed : ExitCode.Done;
    }
}
