using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin;

/// <summary>
/// How far a run in mixed precision lies from double: |ES - sum of components|. Components are re-priced in double precision over the same
/// tail scenarios, so what remains is the rounding of the profits that ES was summed from. VaR rests on one scenario, where roundings do
/// not average out, and a run in double may have another tail: such figures may differ more.
/// </summary>
/// <param name="Largest">In the book's currency, at <paramref name="Account"/>.</param>
/// <param name="Relative">The same as a part of that account's margin; NaN where the margin is 0.</param>
/// <param name="LargestRelative">The largest part of a margin, at <paramref name="RelativeAccount"/>; NaN where all margins are 0.</param>
public sealed record PrecisionError(double Largest, string Account, double Relative, double LargestRelative, string RelativeAccount)
{
    /// <returns>Null where no account has components.</returns>
    public static PrecisionError? Of(IReadOnlyList<AccountRisk> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        PrecisionError? worst = null;
        foreach (AccountRisk account in accounts.Where(a => a.Components.Count > 0))
        {
            double sum = 0;
            foreach (EsComponent component in account.Components)
                sum += component.Es;
            double error = Math.Abs(account.BaseEs - sum);
            double relative = account.Margin == 0 ? double.NaN : error / Math.Abs(account.Margin);
            worst ??= new PrecisionError(error, account.Account, relative, relative, account.Account);
            if (error > worst.Largest)
                worst = worst with { Largest = error, Account = account.Account, Relative = relative };
            if (relative > worst.LargestRelative || double.IsNaN(worst.LargestRelative))
                worst = worst with { LargestRelative = relative, RelativeAccount = account.Account };
        }
        return worst;
    }
}
