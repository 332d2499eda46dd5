using GpuRisk.Accelerators.OpenCl;
using GpuRisk.Accelerators.Probe;

namespace GpuRisk.Accelerators.Tests.OpenCl;

public sealed class LaunchTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(32, 2, 5)]
    [InlineData(33, 0, 7)]
    [InlineData(96, 1, 3)]
    [InlineData(129, 4, 3)]
    [InlineData(1000, 3, 50)]
    [InlineData(1, 5, 300_000)]
    public void A_grid_is_visited_once(int items, int firstRow, int rows)
    {
        using OpenClAccelerator device = OpenClHere.Open();
        int stride = items + 1;
        using DeviceBuffer<double> sums = device.Allocate<double>((long)stride * (firstRow + rows + 1));
        Each(device, 1, (queue, _) => queue.Launch(new GridLaunch(stride, 7, sums), items, firstRow, rows));
        var read = new double[sums.Length];
        device.Read(sums, 0, read);
        for (int row = 0; row < firstRow + rows + 1; row++)
        {
            for (int item = 0; item < stride; item++)
            {
                bool inside = row >= firstRow && row < firstRow + rows && item < items;
                Assert.Equal(inside ? 1000.0 * row + item + 7 : 0, read[row * stride + item]);
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 64)]
    [InlineData(5, 1000)]
    public void Items_are_visited_once(int first, int items)
    {
        using OpenClAccelerator device = OpenClHere.Open();
        using DeviceBuffer<int> x = device.Upload<int>([.. Enumerable.Range(100, first + items + 2)]);
        using DeviceBuffer<int> sums = device.Allocate<int>(x.Length);
        Each(device, 1, (queue, _) => queue.LaunchScalar(new EachLaunch(x, sums), first, items));
        var read = new int[sums.Length];
        device.Read(sums, 0, read);
        Assert.Equal(Enumerable.Range(0, read.Length).Select(i => i >= first && i < first + items ? 100 + 3 * i : 0), read);
    }

    [Fact]
    public void An_empty_grid_is_no_launch()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        using DeviceBuffer<double> sums = device.Allocate<double>(64);
        using DeviceBuffer<int> x = device.Allocate<int>(64);
        Each(device, 1, (queue, _) =>
        {
            queue.Launch(new GridLaunch(1, 7, sums), items: 0, firstRow: 0, rows: 5);
            queue.Launch(new GridLaunch(1, 7, sums), items: 5, firstRow: 0, rows: 0);
            queue.LaunchScalar(new EachLaunch(x, x), firstItem: 3, items: 0);
        });
        Assert.Equal(0, device.PendingLaunches);
        Assert.Throws<ArgumentOutOfRangeException>(() => Each(device, 1, (queue, _) => queue.Launch(new GridLaunch(1, 7, sums), -1, 0, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Each(device, 1, (queue, _) => queue.Launch(new GridLaunch(1, 7, sums), 1, int.MaxValue, 5)));
    }

    [Fact]
    public void Launches_run_in_order_and_what_is_under_way_is_bounded()
    {
        const int launches = 10_000;
        using OpenClAccelerator device = OpenClHere.Open();
        using DeviceBuffer<int> x = device.Upload<int>([.. Enumerable.Repeat(1, 64)]);
        using DeviceBuffer<int> sums = device.Allocate<int>(64);
        int most = 0;
        Each(device, launches, (queue, _) =>
        {
            queue.LaunchScalar(new EachLaunch(x, sums), 0, 64);
            most = Math.Max(most, device.PendingLaunches);
        });
        Assert.InRange(most, 1, KernelTimes.Most);
        device.Synchronize();
        Assert.Equal(0, device.PendingLaunches);
        var read = new int[64];
        device.Read(sums, 0, read);
        Assert.Equal(Enumerable.Range(0, 64).Select(i => launches * (1 + 2 * i)), read);
        Assert.Equal([ProbeKernels.Each], device.KernelSeconds.Keys);
        Assert.True(device.KernelSeconds[ProbeKernels.Each] > 0);
    }

    [Fact]
    public void A_queue_that_outlives_its_device_is_refused()
    {
        OpenClAccelerator device = OpenClHere.Open();
        LaunchQueue? kept = null;
        Each(device, 1, (queue, _) => kept = queue);
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kept!.Launch(new WrongLaunch<GridName>(0, Unsigned: false), 1, 0, 1));
        Assert.Throws<ObjectDisposedException>(() => Each(device, 1, (_, _) => { }));
        Assert.Throws<ObjectDisposedException>(device.Synchronize);
    }

    [Fact]
    public void Cancelling_stops_between_bodies()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        using var source = new CancellationTokenSource();
        int bodies = 0;
        Assert.Throws<OperationCanceledException>(() => device.ForEach(100, (_, i) =>
        {
            bodies++;
            if (i == 4)
                source.Cancel();
        }, source.Token));
        Assert.Equal(5, bodies);
    }

    [Fact]
    public void Arguments_that_a_kernel_does_not_take_are_refused()
    {
        using OpenClAccelerator device = OpenClHere.Open();
        using DeviceBuffer<float> narrow = device.Allocate<float>(64);
        using DeviceBuffer<int> x = device.Allocate<int>(64);
        Refused<ArgumentException>("bytes", queue => queue.Launch(new GridLaunch(1, 1, narrow), 1, 0, 1));
        Refused<ArgumentException>("stride", queue => queue.Launch(new WrongLaunch<GridName>(1, Unsigned: true), 1, 0, 1));
        Refused<ArgumentException>("takes 3 arguments, not 1", queue => queue.Launch(new WrongLaunch<GridName>(1, Unsigned: false), 1, 0, 1));
        Refused<ArgumentException>("items and rows", queue => queue.LaunchScalar(new WrongLaunch<GridName>(1, Unsigned: false), 0, 1));
        Refused<ArgumentException>("Probe.Unknown", queue => queue.Launch(new WrongLaunch<UnknownName>(0, Unsigned: false), 1, 0, 1));
        using OpenClAccelerator other = OpenClHere.Open();
        using DeviceBuffer<int> foreign = other.Allocate<int>(64);
        Refused<ArgumentException>("not a buffer of " + device.Name, queue => queue.LaunchScalar(new EachLaunch(x, foreign), 0, 1));
        DeviceBuffer<int> gone = device.Allocate<int>(64);
        gone.Dispose();
        Refused<ObjectDisposedException>("disposed", queue => queue.LaunchScalar(new EachLaunch(x, gone), 0, 1));
        Assert.Equal(0, device.PendingLaunches);

        void Refused<TException>(string words, Action<LaunchQueue> launch)
            where TException : Exception =>
            Assert.Contains(words, Assert.Throws<TException>(() => Each(device, 1, (queue, _) => launch(queue))).Message, StringComparison.Ordinal);
    }

    private static void Each(OpenClAccelerator device, int count, Action<LaunchQueue, int> body) =>
        device.ForEach(count, body, TestContext.Current.CancellationToken);
}
