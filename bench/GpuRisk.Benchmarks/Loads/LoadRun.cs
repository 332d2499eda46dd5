using System.Diagnostics;
using System.Globalization;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Benchmarks.Loads;

/// <summary>What one process measured.</summary>
/// <param name="First">Seconds of the first load, in which the code is compiled.</param>
/// <param name="Best">Seconds of the best.</param>
/// <param name="Read">Seconds of reading the same files into memory, each whole, the best.</param>
/// <param name="Passed">Seconds of reading them through one buffer of 1 MiB, which keeps nothing, the best.</param>
/// <param name="CheckSum">Over all positions: equal books have the same.</param>
internal sealed record LoadRun(double First, double Best, double Read, double Passed, long PeakMemoryBytes, ulong CheckSum)
{
    /// <summary>Loads the book of a folder, and reads its files, in turn.</summary>
    /// <param name="bare">Whether the bare bytes are read too; they take memory.</param>
    public static LoadRun Measure(string folder, int repeats, bool bare)
    {
        double first = double.NaN, best = double.PositiveInfinity, read = double.PositiveInfinity, passed = double.PositiveInfinity;
        ulong sum = 0;
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            if (bare)
            {
                passed = Math.Min(passed, SecondsToPass(folder));
                read = Math.Min(read, SecondsToRead(folder));
            }

            long start = Stopwatch.GetTimestamp();
            using Book book = BookReader.Read(folder);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            first = repeat == 0 ? seconds : first;
            best = Math.Min(best, seconds);
            sum = CheckSumOf(book.Positions);
        }

        using Process process = Process.GetCurrentProcess();
        return new LoadRun(first, best, read, passed, process.PeakWorkingSet64, sum);
    }

    /// <summary>The same in a process of its own, whose memory is no other's.</summary>
    public static LoadRun MeasureApart(string folder, int repeats, bool bare)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The program's own file is not known.");
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true };
        // Started by the framework's own program, the assembly comes first.
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(typeof(LoadRun).Assembly.Location);
        foreach (string argument in (string[])["load-one", folder, "--repeat", repeats.ToString(CultureInfo.InvariantCulture), .. bare ? ["--bare"] : (string[])[]])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Parse(line) : throw new InvalidOperationException($"{folder} could not be loaded.");
    }

    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{First:R} {Best:R} {Read:R} {Passed:R} {PeakMemoryBytes} {CheckSum}");

    private static LoadRun Parse(string line)
    {
        string[] parts = line.Trim().Split(' ');
        double Number(int at) => double.Parse(parts[at], CultureInfo.InvariantCulture);
        return new LoadRun(
            Number(0), Number(1), Number(2), Number(3), long.Parse(parts[4], CultureInfo.InvariantCulture), ulong.Parse(parts[5], CultureInfo.InvariantCulture));
    }

    private static double SecondsToRead(string folder)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (string path in Directory.EnumerateFiles(folder))
            File.ReadAllBytes(path);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double SecondsToPass(string folder)
    {
        byte[] buffer = new byte[1 << 20];
        long start = Stopwatch.GetTimestamp();
        foreach (string path in Directory.EnumerateFiles(folder))
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            while (file.Read(buffer) > 0)
            {
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static ulong CheckSumOf(PositionTable positions)
    {
        ulong sum = (ulong)positions.Accounts.Count;
        ReadOnlySpan<int> instrument = positions.Instrument.Span;
        ReadOnlySpan<double> quantity = positions.Quantity.Span;
        for (int row = 0; row < instrument.Length; row++)
            sum = unchecked((sum * 0x9E3779B97F4A7C15UL) + (ulong)instrument[row] + BitConverter.DoubleToUInt64Bits(quantity[row]));
        return sum;
    }
}
