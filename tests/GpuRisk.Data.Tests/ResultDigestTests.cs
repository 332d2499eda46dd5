using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Tests;

public sealed class ResultDigestTests
{
    private static readonly string Digest = ResultDigest.Compute(SmallResult.Create());

    public static TheoryData<string> Changes { get; } = [.. ChangesByName.Keys];

    /// <summary>Each changes one figure, most by one unit in the last place.</summary>
    private static Dictionary<string, Func<AccountRisk, AccountRisk>> ChangesByName => new()
    {
        ["account"] = account => account with { Account = account.Account + " " },
        ["base ES"] = account => account with { BaseEs = Math.BitIncrement(account.BaseEs) },
        ["model risk"] = account => account with { ModelRisk = Math.BitDecrement(account.ModelRisk) },
        ["tail scenario"] = account => account with { Tail = [account.Tail[0] with { Scenario = 18 }, account.Tail[1]] },
        ["tail loss"] = account => account with { Tail = [account.Tail[0], account.Tail[1] with { Loss = Math.BitIncrement(account.Tail[1].Loss) }] },
        ["tail order"] = account => account with { Tail = [account.Tail[1], account.Tail[0]] },
        ["tail depth"] = account => account with { Tail = [account.Tail[0]] },
        ["confidence"] = account => Measure(account, measure => measure with { Confidence = new Confidence(0.98m) }),
        ["estimator"] = account => Measure(account, measure => measure with { Estimator = VarEstimator.Type7 }),
        ["VaR"] = account => Measure(account, measure => measure with { Var = Math.BitIncrement(measure.Var) }),
        ["VaR's lower end"] = account => Measure(account, measure => measure with { VarLow = 0 }),
        ["VaR's higher end"] = account => Measure(account, measure => measure with { VarHigh = 0 }),
        ["ES"] = account => Measure(account, measure => measure with { Es = Math.BitIncrement(measure.Es) }),
        ["ES error"] = account => Measure(account, measure => measure with { EsError = Math.BitIncrement(measure.EsError) }),
        ["component"] = account => account with { Components = [account.Components[0] with { Es = Math.BitIncrement(account.Components[0].Es) }] },
        ["component's instrument"] = account => account with { Components = [account.Components[0] with { Instrument = "BTC-D" }] },
        ["no components"] = account => account with { Components = [] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_digest_changes_with_every_figure(string change)
    {
        RunResult result = SmallResult.Create();
        RunResult changed = result with { Accounts = [result.Accounts[0], ChangesByName[change](result.Accounts[1])] };

        Assert.NotEqual(Digest, ResultDigest.Compute(changed));
    }

    [Fact]
    public void The_digest_changes_with_the_order_of_accounts_and_with_what_failed()
    {
        RunResult result = SmallResult.Create();

        Assert.NotEqual(Digest, ResultDigest.Compute(result with { Accounts = [result.Accounts[1], result.Accounts[0]] }));
        Assert.NotEqual(Digest, ResultDigest.Compute(result with { Failures = [] }));
    }

    [Fact]
    public void The_digest_does_not_know_times_machines_notes_and_kinds_of_NaN()
    {
        RunResult result = SmallResult.Create();
        double otherNaN = BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_0001);
        RunResult elsewhere = result with
        {
            Accelerator = "cuda:0",
            Seconds = new StageSeconds { Total = 99 },
            PricesPerSecond = 1,
            Notes = [],
            Accounts = [Measure(result.Accounts[0], measure => measure with { VarLow = otherNaN, Confidence = new Confidence(0.975m) }), result.Accounts[1]],
        };

        Assert.Equal(Digest, ResultDigest.Compute(elsewhere));
    }

    [Fact]
    public void The_digest_is_the_SHA_256_of_the_documented_bytes()
    {
        RunResult result = SmallResult.Create();
        using MemoryStream stream = new();
        WriteWithoutCollateral(stream, result);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stream.ToArray())), Digest);
    }

    private static void WriteWithoutCollateral(MemoryStream stream, RunResult result)
    {
        Text(stream, "gpurisk-result-1");
        Int(stream, 2);
        foreach (AccountRisk account in result.Accounts)
        {
            Text(stream, account.Account);
            Doubles(stream, account.BaseEs, account.ModelRisk, account.BaseEs + account.ModelRisk);
            Int(stream, 2);
            Text(stream, "0.975");
            Text(stream, "lower-quantile");
            RiskMeasure first = account.Measures[0];
            Doubles(stream, first.Var);
            // The two ends of an interval that does not exist.
            stream.Write([0, 0, 0, 0, 0, 0, 0xF8, 0x7F, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F]);
            Doubles(stream, first.Es, first.EsError);
            Text(stream, "0.99");
            Text(stream, "lower-quantile");
            RiskMeasure second = account.Measures[1];
            Doubles(stream, second.Var, second.VarLow, second.VarHigh, second.Es, second.EsError);
            Int(stream, 2);
            foreach (TailLoss loss in account.Tail)
            {
                Int(stream, loss.Scenario);
                Doubles(stream, loss.Loss);
            }

            Int(stream, 1);
            Text(stream, "BTC-C");
            Text(stream, "BTC");
            Doubles(stream, account.Components[0].Es);
        }

        Int(stream, 1);
        Text(stream, "BTC-P");
    }

    [Fact]
    public void Collateral_and_excess_follow_at_the_end_where_there_are_any()
    {
        RunResult result = SmallResult.Create();
        RunResult covered = result with { Accounts = [result.Accounts[0] with { Collateral = 100.5 }, result.Accounts[1] with { Collateral = 0 }] };
        using MemoryStream stream = new();
        WriteWithoutCollateral(stream, result);
        Text(stream, "collateral");
        Doubles(stream, 100.5, 100.5 - result.Accounts[0].Margin, 0, -result.Accounts[1].Margin);

        string digest = ResultDigest.Compute(covered);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(stream.ToArray())), digest);
        Assert.NotEqual(digest, ResultDigest.Compute(
            covered with { Accounts = [covered.Accounts[0], covered.Accounts[1] with { Collateral = double.Epsilon }] }));
    }

    private static AccountRisk Measure(AccountRisk account, Func<RiskMeasure, RiskMeasure> change) =>
        account with { Measures = [change(account.Measures[0]), account.Measures[1]] };

    private static void Text(MemoryStream stream, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Int(stream, bytes.Length);
        stream.Write(bytes);
    }

    private static void Int(MemoryStream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Doubles(MemoryStream stream, params double[] values)
    {
        Span<byte> bytes = stackalloc byte[8];
        foreach (double value in values)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
            stream.Write(bytes);
        }
    }
}
