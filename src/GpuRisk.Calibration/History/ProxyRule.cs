using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>
/// Beta and residual of a proxy, r = beta x + e: given, or by regression through the origin of the returns y of one factor on those x of another,
/// beta = sum x y / sum x^2, e = y - beta x, R^2 = 1 - sum e^2 / sum y^2, means taken as zero as everywhere in a calibration. All days on
/// which both have a return, whatever the lookback, so that a day's return by proxy is the same in every sample.
/// </summary>
/// <param name="Residuals">Of the regression, oldest first; empty where a standard deviation was given.</param>
/// <param name="StandardDeviation">Of the residual: given, or the root mean square of the regression's.</param>
/// <param name="Words">Beta, factor and residual, for people.</param>
/// <param name="Explained">R^2 of a beta that was estimated; null where beta was given.</param>
internal sealed record ProxyRule(double Beta, double[] Residuals, double StandardDeviation, string Words, double? Explained)
{
    /// <summary>Below this a regression says nothing about a tail.</summary>
    internal const int LeastOverlap = 20;

    /// <exception cref="InvalidInputException">The regression cannot be done.</exception>
    internal static ProxyRule Of(FactorProxy proxy, ObservedReturns observed)
    {
        if (proxy is { Beta: { } beta, Residual: { } residual })
            return new ProxyRule(beta, [], residual, Invariant($"{beta:G4} x {proxy.Of} + normal residual of standard deviation {residual:G4} (both given)"), null);
        FactorId y = proxy.Like ?? proxy.Factor, x = proxy.LikeOf ?? proxy.Of;
        (double[] X, double[] Y, DateOnly First, DateOnly Last) pairs = Pairs(observed, x, y);
        double xx = Product(pairs.X, pairs.X), yy = Product(pairs.Y, pairs.Y);
        if (pairs.X.Length < LeastOverlap)
            throw Refused(observed, proxy, Invariant($"{pairs.X.Length} days on which {y} and {x} both have a return; expected at least {LeastOverlap}, or beta and residual in the proxy"));
        if (!(xx > 0 && double.IsFinite(xx) && double.IsFinite(yy)))
            throw Refused(observed, proxy, $"the returns of {x} are all zero, or too large to be squared; expected a factor that moves, or beta and residual in the proxy");

        double slope = proxy.Beta ?? Product(pairs.X, pairs.Y) / xx;
        double[] residuals = [.. pairs.Y.Zip(pairs.X, (after, before) => after - (slope * before))];
        double squares = Product(residuals, residuals);
        double deviation = proxy.Residual ?? Math.Sqrt(squares / residuals.Length);
        string fit = yy > 0 ? Invariant($", R^2 {1 - (squares / yy):F2}") : "";
        string like = proxy.Like is null && proxy.LikeOf is null ? "" : $" as {y} on {x}:";
        string drawn = proxy.Residual is null ? "drawn from the regression's" : "normal";
        string words = Invariant(
            $"{slope:G4} x {proxy.Of} + residual {drawn}, of standard deviation {deviation:G4}{(proxy.Residual is null ? "" : " (given)")};{like} regression over {residuals.Length} days, {HistoryChecks.Iso(pairs.First)} to {HistoryChecks.Iso(pairs.Last)}{fit}{(proxy.Beta is null ? "" : ", beta given")}");
        return new ProxyRule(slope, proxy.Residual is null ? residuals : [], deviation, words, proxy.Beta is null && yy > 0 ? 1 - (squares / yy) : null);
    }

    /// <summary>The return by proxy.</summary>
    /// <param name="of">That of the factor it is based on, of the same day.</param>
    /// <param name="place">The proxy's among the settings'.</param>
    internal double Return(double of, DateOnly day, int place) =>
        (Beta * of) + (Residuals.Length > 0 ? ResidualDraw.From(Residuals, day, place) : ResidualDraw.Normal(StandardDeviation, day, place));

    private static (double[] X, double[] Y, DateOnly First, DateOnly Last) Pairs(ObservedReturns observed, FactorId of, FactorId factor)
    {
        FactorHistory history = observed.History;
        int x = Place(history, of), y = Place(history, factor);
        List<int> days = [];
        for (int day = 1; day < history.Dates.Count && x >= 0 && y >= 0; day++)
        {
            if (!double.IsNaN(observed[day, x]) && !double.IsNaN(observed[day, y]))
                days.Add(day);
        }
        return days.Count == 0
            ? ([], [], default, default)
            : ([.. days.Select(day => observed[day, x])], [.. days.Select(day => observed[day, y])], history.Dates[days[0]], history.Dates[days[^1]]);
    }

    private static int Place(FactorHistory history, FactorId factor)
    {
        for (int place = 0; place < history.Factors.Count; place++)
        {
            if (history.Factors[place] == factor)
                return place;
        }
        return -1;
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int t = 0; t < a.Length; t++)
            sum += a[t] * b[t];
        return sum;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static InvalidInputException Refused(ObservedReturns observed, FactorProxy proxy, string message) =>
        new(HistoryChecks.Problem(observed.History, $"the proxy of {proxy.Factor}: {message}"));
}
