namespace GpuRisk.Reports.Formats;

/// <summary>The unit of an axis, so that its labels stay short: the currency, or a thousand, million, billion, trillion of it.</summary>
internal readonly record struct MoneyUnit(double Size, string Name)
{
    public static MoneyUnit For(double largest, string currency) => largest switch
    {
        >= 1e12 => new(1e12, currency + " trillion"),
        >= 1e9 => new(1e9, currency + " billion"),
        >= 1e6 => new(1e6, currency + " million"),
        >= 1e4 => new(1e3, currency + " thousand"),
        _ => new(1, currency),
    };
}
