namespace GpuRisk.Domain.Instruments;

/// <summary>
/// Something that can be held. <see cref="Multiplier"/> scales the value of one unit: units of the underlying a
/// contract for linear contracts and options, units of the quote currency for inverse futures and perpetuals.
/// </summary>
/// <param name="Name">Unique in a book.</param>
/// <param name="Underlying">The asset whose factors move it, such as <c>BTC</c>.</param>
/// <param name="Multiplier">Contract size, positive.</param>
public abstract record Instrument(string Name, string Underlying, double Multiplier);

/// <summary>A holding of the underlying itself; one unit is worth the spot price.</summary>
public sealed record Spot(string Name, string Underlying, double Multiplier = 1)
    : Instrument(Name, Underlying, Multiplier);

/// <summary>
/// A European option on the forward of its expiry. Linear: Black-76 price times the discount factor, in the quote
/// currency. Inverse: Black-76 price over the forward, in the coin, not discounted.
/// </summary>
/// <param name="Expiry">The instant of expiry, UTC.</param>
/// <param name="Strike">Positive, in the quote currency.</param>
public sealed record Option(
    string Name, string Underlying, DateTimeOffset Expiry, double Strike, OptionRight Right, Settlement Settlement, double Multiplier = 1)
    : Instrument(Name, Underlying, Multiplier);

/// <summary>
/// A dated future. Linear: forward less reference, in the quote currency.
/// Inverse: multiplier (1/reference - 1/forward), in the coin.
/// </summary>
/// <param name="Reference">The price of the last settlement; null: today's forward, so that today's value is nil.</param>
public sealed record Future(
    string Name, string Underlying, DateTimeOffset Expiry, Settlement Settlement, double? Reference, double Multiplier = 1)
    : Instrument(Name, Underlying, Multiplier);

/// <summary>A future that never expires and follows spot: as <see cref="Future"/> with spot in place of the forward.</summary>
/// <param name="Reference">The price of the last settlement; null: today's spot, so that today's value is nil.</param>
public sealed record Perpetual(
    string Name, string Underlying, Settlement Settlement, double? Reference, double Multiplier = 1)
    : Instrument(Name, Underlying, Multiplier);
