using System.Globalization;
using System.Text;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests;

public sealed class LargeTableTests
{
    [Fact]
    public void Two_hundred_thousand_interleaved_positions_are_read_to_the_last()
    {
        const int Accounts = 20_000;
        const int Rounds = 10;
        const int Instruments = 500;
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        StringBuilder instruments = new("instrument,kind,underlying,expiry,strike,right,multiplier,reference\nBTC-C,inverse-option,BTC,2026-03-27T08:00:00Z,100000,call,,\nBTC-P,linear-option,BTC,2026-03-27T08:00:00Z,90000,put,,\n");
        for (int number = 0; number < Instruments; number++)
            instruments.Append(CultureInfo.InvariantCulture, $"P{number},linear-perpetual,BTC,,,,,\n");
        File.WriteAllText(folder.At("instruments.csv"), instruments.ToString());
        StringBuilder positions = new("account,instrument,quantity\n");
        for (int round = 0; round < Rounds; round++)
        {
            for (int account = 0; account < Accounts; account++)
                positions.Append(CultureInfo.InvariantCulture, $"acc-{account},P{(account + (round * 37)) % Instruments},{Quantity(account, round)}\n");
        }

        File.WriteAllText(folder.At("positions.csv"), positions.ToString());

        PositionTable table = BookReader.Read(folder.Path).Positions;

        Assert.Equal(Accounts * Rounds, table.Count);
        Assert.Equal(Accounts, table.Accounts.Count);
        for (int account = 0; account < Accounts; account++)
        {
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"acc-{account}"), table.Accounts[account]);
            Assert.Equal(account * Rounds, table.RowStart.Span[account]);
            for (int round = 0; round < Rounds; round++)
            {
                int entry = (account * Rounds) + round;
                Assert.Equal(((account + (round * 37)) % Instruments) + 2, table.Instrument.Span[entry]);
                Assert.Equal(Quantity(account, round), table.Quantity.Span[entry]);
            }
        }
    }

    private static double Quantity(int account, int round) => (account - 9_999.5) / (round + 1);
}
