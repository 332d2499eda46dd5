namespace GpuRisk.Domain.Market;

/// <summary>How a factor's simulated number moves the market.</summary>
public enum FactorKind
{
    /// <summary>Log return of a spot price.</summary>
    Spot,

    /// <summary>Log change of implied volatility at 30 days.</summary>
    Vol,

    /// <summary>Absolute change of the annualised carry, ln(forward / spot) / time.</summary>
    Basis,

    /// <summary>Absolute change of a continuously compounded interest rate.</summary>
    Rate,
}

/// <summary>A simulated number, written <c>kind:name</c>: <c>spot:BTC</c>, <c>vol:BTC</c>, <c>basis:BTC</c>, <c>rate:USD</c>.</summary>
/// <param name="Name">The underlying, or the currency of a rate.</param>
public readonly record struct FactorId(FactorKind Kind, string Name)
{
    /// <summary>True where levels are positive and returns are logarithmic; false where a return is a difference.</summary>
    public bool IsLogarithmic => Kind is FactorKind.Spot or FactorKind.Vol;

    public static bool TryParse(string text, out FactorId factor)
    {
        factor = default;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
            return false;
        FactorKind? kind = text[..colon] switch
        {
            "spot" => FactorKind.Spot,
            "vol" => FactorKind.Vol,
            "basis" => FactorKind.Basis,
            "rate" => FactorKind.Rate,
            _ => null,
        };
        if (kind is not { } known)
            return false;
        factor = new FactorId(known, text[(colon + 1)..]);
        return true;
    }

    public override string ToString() => Kind switch
    {
        FactorKind.Spot => "spot:" + Name,
        FactorKind.Vol => "vol:" + Name,
        FactorKind.Basis => "basis:" + Name,
        _ => "rate:" + Name,
    };
}
