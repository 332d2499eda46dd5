using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>The rules of <c>calibration</c>.</summary>
internal static class CalibrationRules
{
    public static IEnumerable<SettingsViolation> Violations(CalibrationSettings calibration)
    {
        for (int i = 0; i < calibration.Groups.Count; i++)
        {
            if (calibration.Groups.Take(i).Any(group => group.Name == calibration.Groups[i].Name))
                yield return new($"calibration.groups.{i}.name", $"group '{calibration.Groups[i].Name}' appears twice; each name once is expected");
        }

        IReadOnlyList<FactorProxy> proxies = calibration.Proxies;
        for (int i = 0; i < proxies.Count; i++)
        {
            if (proxies.Take(i).Any(proxy => proxy.Factor == proxies[i].Factor))
                yield return new($"calibration.proxies.{i}.factor", $"{proxies[i].Factor} has two proxies; one is expected");
            foreach ((string member, string message) in Problems(proxies[i], proxies))
                yield return new($"calibration.proxies.{i}.{member}", message);
        }
    }

    private static IEnumerable<(string Member, string Message)> Problems(FactorProxy proxy, IReadOnlyList<FactorProxy> proxies)
    {
        if (proxy.Of == proxy.Factor)
            yield return ("of", $"{proxy.Factor} is its own proxy; another factor is expected");
        else if (LeadsBack(proxy, proxies))
            yield return ("of", $"the proxies lead from {proxy.Factor} back to it; a factor with a history of its own is expected at the end");
        if (proxy.Like is not null != proxy.LikeOf is not null)
            yield return (proxy.Like is null ? "likeOf" : "like", "one of like and likeOf is given; both, a pair of factors, or neither are expected");
        if (proxy.Like is { } like && like == proxy.LikeOf)
            yield return ("likeOf", $"like and likeOf are both {like}; two factors are expected");
        if (proxy is { Like: not null, Beta: not null } or { Like: not null, Residual: not null })
            yield return ("like", "beta or residual is given beside like, which gives both; one of the two ways is expected");
    }

    private static bool LeadsBack(FactorProxy proxy, IReadOnlyList<FactorProxy> proxies)
    {
        FactorId at = proxy.Of;
        for (int step = 0; step < proxies.Count; step++)
        {
            if (at == proxy.Factor)
                return true;
            if (proxies.FirstOrDefault(next => next.Factor == at) is not { } further)
                return false;
            at = further.Of;
        }

        return at == proxy.Factor;
    }
}
