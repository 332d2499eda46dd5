using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests;

/// <summary>Everything in a book as text, every number in full precision: instruments, positions, history and collateral in the order of the book, the market by name.</summary>
internal static class CanonicalBook
{
    public static string Hash(Book book) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Dump(book))));

    public static string Dump(Book book)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{book.Name} {book.Currency} {book.Market.AsOf:O}\n");
        foreach (var instrument in book.Instruments)
            text.Append(CultureInfo.InvariantCulture, $"{instrument}\n");
        PositionTable positions = book.Positions;
        for (int a = 0; a < positions.Accounts.Count; a++)
        {
            for (int p = positions.RowStart.Span[a]; p < positions.RowStart.Span[a + 1]; p++)
                text.Append(CultureInfo.InvariantCulture, $"{positions.Accounts[a]},{book.Instruments[positions.Instrument.Span[p]].Name},{positions.Quantity.Span[p]:R}\n");
        }
        foreach ((string name, double value) in book.Market.Spots.OrderBy(s => s.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"spot,{name},{value:R}\n");
        foreach ((ForwardKey key, double value) in book.Market.Forwards.OrderBy(f => f.Key.Underlying, StringComparer.Ordinal).ThenBy(f => f.Key.Expiry))
            text.Append(CultureInfo.InvariantCulture, $"forward,{key.Underlying},{key.Expiry:O},{value:R}\n");
        foreach ((string name, double value) in book.Market.Volatilities.OrderBy(v => v.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"volatility,{name},{value:R}\n");
        foreach ((string name, double value) in book.Market.Rates)
            text.Append(CultureInfo.InvariantCulture, $"rate,{name},{value:R}\n");
        FactorHistory history = book.History;
        text.AppendJoin(',', history.Factors).Append('\n');
        for (int t = 0; t < history.Dates.Count; t++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{history.Dates[t]:yyyy-MM-dd}");
            for (int f = 0; f < history.Factors.Count; f++)
                text.Append(CultureInfo.InvariantCulture, $",{history.Level(t, f):R}");
            text.Append('\n');
        }
        foreach (CollateralHolding holding in book.Collateral ?? [])
            text.Append(CultureInfo.InvariantCulture, $"{holding.Account},{holding.Asset},{holding.Quantity:R}\n");
        foreach (HaircutSchedule schedule in book.Haircuts ?? [])
        {
            foreach (HaircutTier tier in schedule.Tiers)
                text.Append(CultureInfo.InvariantCulture, $"{schedule.Asset},{tier.From:R},{tier.To:R},{tier.Haircut:R}\n");
        }
        return text.ToString();
    }
}
