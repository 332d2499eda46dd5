using GpuRisk.Domain.Market;

namespace GpuRisk.Domain.Settings;

/// <summary>
/// Where <paramref name="Factor"/> has no return, it has beta times that of <paramref name="Of"/> and a residual. Beta and the residual come from
/// the days on which both have returns; or they are given; or, for a factor without any history, they are those of another
/// pair: <c>vol:SOL</c> on <c>spot:SOL</c> as <c>vol:BTC</c> on <c>spot:BTC</c>.
/// </summary>
/// <param name="Beta">-50 to 50; null: estimated.</param>
/// <param name="Residual">Standard deviation of a day's residual, 0 to 1; null: estimated.</param>
/// <param name="Like">The pair's factor; null: estimated from the factor's own returns.</param>
/// <param name="LikeOf">What the pair's factor is regressed on.</param>
public sealed record FactorProxy(FactorId Factor, FactorId Of, double? Beta = null, double? Residual = null, FactorId? Like = null, FactorId? LikeOf = null);
