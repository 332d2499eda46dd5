namespace GpuRisk.Domain.Portfolios;

/// <summary>What an account has deposited of one asset.</summary>
/// <param name="Account">One of the accounts of the book's positions.</param>
/// <param name="Asset">The book's currency, worth 1, or an underlying, worth its spot.</param>
/// <param name="Quantity">Units of the asset, from 0.</param>
public sealed record CollateralHolding(string Account, string Asset, double Quantity);

/// <summary>The part [From, To) of an asset's value, in the book's currency, and the fraction of it that does not count.</summary>
/// <param name="To">Above From; positive infinity where the tier has no limit.</param>
/// <param name="Haircut">In [0, 1].</param>
public readonly record struct HaircutTier(double From, double To, double Haircut);

/// <summary>The tiers of one asset: ascending from 0, each beginning where the one before ends. Value beyond the last counts nothing.</summary>
public sealed record HaircutSchedule(string Asset, IReadOnlyList<HaircutTier> Tiers);
