namespace GpuRisk.Domain.Measures;

/// <summary>
/// Sensitivities of a value in the book's currency to one underlying: of one unit of an instrument, or of all that an account holds on it.
/// Each is a partial derivative with spot, the carry of the forward, volatility, the interest rate and time as the five variables: a move of spot
/// takes the forward along at its carry.
/// </summary>
/// <param name="Delta">dV/dS: book currency a unit of spot's price, that is, units of the underlying.</param>
/// <param name="Gamma">d2V/dS2: units of the underlying a unit of spot's price.</param>
/// <param name="Vega">Change of value a volatility point (0.01), the same point for every expiry.</param>
/// <param name="Theta">Change of value a calendar day: -(dV/dT)/365.</param>
/// <param name="Rho">Change of value a percentage point of the discounting rate, forwards held.</param>
/// <param name="CarryRho">Change of value a percentage point of the forward's annual carry, spot held.</param>
/// <param name="Vanna">Change of delta a volatility point.</param>
/// <param name="Volga">Change of vega a volatility point.</param>
/// <param name="Spot">The underlying's price, which turns delta and gamma into cash.</param>
public readonly record struct Greeks(
    double Delta, double Gamma, double Vega, double Theta, double Rho, double CarryRho, double Vanna, double Volga, double Spot)
{
    /// <summary>S delta: the money that the underlying would be held for to move as much.</summary>
    public double DeltaCash => Spot * Delta;

    /// <summary>S^2 gamma / 100: change of delta cash, its spot held, for a move of spot by 1 %.</summary>
    public double GammaCash => Spot * Spot * Gamma / 100;

    /// <summary>The cash forms, which can be added over underlyings.</summary>
    public CashGreeks Cash => new(DeltaCash, GammaCash, Vega, Theta);

    /// <summary>Every figure of which is NaN.</summary>
    public static Greeks Missing(double spot) =>
        new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, spot);
}

/// <summary>Greeks in money alone; see <see cref="Greeks"/>.</summary>
public readonly record struct CashGreeks(double Delta, double Gamma, double Vega, double Theta)
{
    public static CashGreeks operator +(CashGreeks a, CashGreeks b) => Add(a, b);

    public static CashGreeks Add(CashGreeks a, CashGreeks b) => new(a.Delta + b.Delta, a.Gamma + b.Gamma, a.Vega + b.Vega, a.Theta + b.Theta);
}

/// <summary>One unit of an instrument in the book's currency, whatever it settles in.</summary>
/// <param name="Value">NaN where it could not be priced; then the Greeks are NaN too.</param>
public sealed record InstrumentGreeks(string Instrument, string Underlying, double Value, Greeks Greeks);

/// <summary>All that an account holds on one underlying: sums of quantity times Greek of one unit.</summary>
public sealed record AccountGreeks(string Account, string Underlying, Greeks Greeks);

/// <summary>The Greeks of a book.</summary>
/// <param name="Instruments">In the order of the book.</param>
/// <param name="Accounts">One an account and underlying that it holds something on: accounts in the order of the book, underlyings in the order of the account's positions.</param>
/// <param name="Failures">Instruments that have a value and no finite Greeks, and why. They, and those without a value, are out of the accounts' sums.</param>
public sealed record BookGreeks(
    IReadOnlyList<InstrumentGreeks> Instruments, IReadOnlyList<AccountGreeks> Accounts, IReadOnlyList<PricingFailure> Failures);
