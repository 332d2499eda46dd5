using System.Diagnostics.CodeAnalysis;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>The venue's terms of the coins whose contracts settle in the coin itself. Source: the venue's contract specifications.</summary>
/// <param name="FutureSize">US dollars a future or perpetual.</param>
/// <param name="OptionLotsPerCoin">Smallest option order: 0.1 BTC, 1 ETH.</param>
internal sealed record DeribitContract(string Currency, double FutureSize, int OptionLotsPerCoin)
{
    private static readonly DeribitContract[] all = [new("BTC", 10, 10), new("ETH", 1, 1)];

    public static bool TryFind(string currency, [NotNullWhen(true)] out DeribitContract? contract)
    {
        contract = Array.Find(all, c => c.Currency == currency);
        return contract is not null;
    }

    public static DeribitContract Of(string currency) =>
        TryFind(currency, out DeribitContract? contract) ? contract : throw new ArgumentException($"No contract terms of '{currency}'.", nameof(currency));
}
