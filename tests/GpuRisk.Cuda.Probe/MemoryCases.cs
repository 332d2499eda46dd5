using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Cuda;

namespace GpuRisk.Cuda.Probe;

internal static class MemoryCases
{
    private const int Chunk = Staging.ChunkBytes / sizeof(int);

    /// <summary>Sizes about the chunks of staging, at offsets, written twice so that staging is used again while copies wait.</summary>
    public static void RoundTrip(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        foreach (int length in new[] { 1, 3, Chunk - 1, Chunk, Chunk + 1, 2 * Chunk, 5 * Chunk + 7 })
        {
            foreach (int offset in new[] { 0, 5 })
            {
                using DeviceBuffer<int> buffer = cuda.Allocate<int>(length + offset + 3);
                int[] first = Numbers(length, 1), second = Numbers(length, 2);
                cuda.Write<int>(first, buffer, offset);
                cuda.Write<int>(second, buffer, offset);
                var whole = new int[length + offset + 3];
                cuda.Read<int>(buffer, 0, whole);
                var part = new int[length];
                cuda.Read<int>(buffer, offset, part);
                bool same = part.AsSpan().SequenceEqual(second) && whole.AsSpan(offset, length).SequenceEqual(second)
                    && !whole.AsSpan(0, offset).ContainsAnyExcept(0) && !whole.AsSpan(offset + length).ContainsAnyExcept(0);
                Console.WriteLine($"{length} {offset} {(same ? "same" : "different")}");
            }
        }
    }

    /// <summary>Packed rows, against those of the processor: short ones, many chunks of them, and rows longer than a chunk.</summary>
    public static void Rows(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        using var cpu = new CpuAccelerator(1);
        foreach ((int stride, int rows, int width) in new[] { (7, 3, 2), (7, 1, 7), (7, 1000, 7), (1000, 5000, 600), (Chunk + 100, 3, Chunk + 50), (1, 9, 1) })
        {
            int[] numbers = Numbers(stride * rows + 5, 3);
            using DeviceBuffer<int> device = cuda.Upload<int>(numbers), host = cpu.Upload<int>(numbers);
            int[] actual = new int[rows * width], expected = new int[rows * width];
            cuda.ReadRows<int>(device, 5, stride, rows, width, actual);
            cpu.ReadRows<int>(host, 5, stride, rows, width, expected);
            Console.WriteLine($"{stride} {rows} {width} {(actual.AsSpan().SequenceEqual(expected) ? "same" : "different")}");
        }
    }

    public static void Zeroed(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        using DeviceBuffer<int> buffer = cuda.Allocate<int>(3 * Chunk);
        var values = new int[3 * Chunk];
        Array.Fill(values, 1);
        cuda.Read<int>(buffer, 0, values);
        Console.WriteLine(values.AsSpan().ContainsAnyExcept(0) ? "garbage" : "zero");
        using DeviceBuffer<double> empty = cuda.Share<double>(ReadOnlyMemory<double>.Empty);
        Console.WriteLine(empty.Length);
    }

    public static void RefusedRanges(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        using var cpu = new CpuAccelerator(1);
        using DeviceBuffer<int> buffer = cuda.Allocate<int>(20), foreign = cpu.Allocate<int>(20);
        DeviceBuffer<int> gone = cuda.Allocate<int>(20);
        gone.Dispose();
        Device.Refusal("write past the end", () => cuda.Write<int>(new int[5], buffer, 16));
        Device.Refusal("read past the end", () => cuda.Read<int>(buffer, 21, []));
        Device.Refusal("read before the start", () => cuda.Read(buffer, -1, new int[1]));
        Device.Refusal("rows past the end", () => cuda.ReadRows(buffer, 5, 7, 3, 2, new int[6]));
        Device.Refusal("rows far past the end", () => cuda.ReadRows(buffer, 0, long.MaxValue / 2, 9, 1, new int[9]));
        Device.Refusal("rows without room", () => cuda.ReadRows(buffer, 0, 7, 2, 3, new int[5]));
        Device.Refusal("rows closer than wide", () => cuda.ReadRows(buffer, 0, 2, 2, 3, new int[6]));
        Device.Refusal("no elements", () => cuda.Allocate<int>(0));
        Device.Refusal("disposed buffer", () => cuda.Read(gone, 0, new int[1]));
        Device.Refusal("buffer of another device", () => cuda.Read(foreign, 0, new int[1]));
    }

    public static void NoRoom(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        Device.Refusal("too large", () => cuda.Allocate<double>(1 << 20));
        Device.Refusal("beyond any memory", () => cuda.Allocate<double>(long.MaxValue));
        using DeviceBuffer<double> half = cuda.Allocate<double>(1 << 19);
        Device.Refusal("second half", () => cuda.Allocate<double>(1 << 19));
        half.Dispose();
        Device.Refusal("after the first was freed", () => cuda.Allocate<double>(1 << 19).Dispose());
    }

    /// <summary>Buffers and use after the accelerator's end.</summary>
    public static void LateDispose(string[] arguments)
    {
        CudaAccelerator cuda = Device.Open();
        DeviceBuffer<int> buffer = cuda.Upload<int>(new int[10]);
        cuda.Dispose();
        buffer.Dispose();
        Device.Refusal("allocate", () => cuda.Allocate<int>(1));
        Device.Refusal("synchronize", cuda.Synchronize);
        Device.Refusal("for each", () => cuda.ForEach(1, (_, _) => { }, CancellationToken.None));
        Console.WriteLine($"allocations {Device.Live("allocations")}, times {cuda.KernelSeconds.Count}");
    }

    private static int[] Numbers(int count, int seed)
    {
        var values = new int[count];
        for (int i = 0; i < count; i++)
            values[i] = (i + seed) * 1_640_531_527;
        return values;
    }
}
