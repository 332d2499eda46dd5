using GpuRisk.Domain.Measures;

namespace GpuRisk.Margin;

/// <summary>
/// How far a run in mixed precision lies from double, at the account where it is furthest: |ES - sum of components|. Components are
/// re-priced in double precision over the same tail scenarios, so what remains is the rounding of the profits that ES was summed from.
/// </summary>
/// <param name="Largest">In the book's currency.</param>
/// <param name="Relative">The same as a part of the account's margin; NaN where the margin is 0.</param>
public sealed record PrecisionError(double Largest, string Account, double Relative)
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
            if (worst is null || error > worst.Largest)
                worst = new PrecisionError(error, account.Account, account.Margin == 0 ? double.NaN : error / Math.Abs(account.Margin));
        }
        return worst;
    }
}
