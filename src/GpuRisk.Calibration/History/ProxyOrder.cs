using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>A proxy and its place in the settings.</summary>
internal sealed record PlacedProxy(FactorProxy Proxy, int Place);

/// <summary>The proxies of the settings, each after those that it rests on.</summary>
internal static class ProxyOrder
{
    /// <exception cref="InvalidInputException">A proxy names what is not there, rests on itself, or states what no number can be: every case is named.</exception>
    internal static IReadOnlyList<PlacedProxy> Of(FactorHistory history, IReadOnlyList<FactorProxy> proxies)
    {
        List<InputProblem> problems = [];
        HashSet<FactorId> proxied = [];
        foreach (FactorProxy proxy in proxies)
        {
            if (!proxied.Add(proxy.Factor))
                problems.Add(Problem(history, proxy, "is the second; expected at most one a factor"));
            AddNumbers(history, proxy, problems);
            AddPair(history, proxy, problems);
        }
        foreach (FactorProxy proxy in proxies.Where(proxy => !history.Factors.Contains(proxy.Of) && !proxied.Contains(proxy.Of)))
            problems.Add(Problem(history, proxy, $"rests on {proxy.Of}, which the history does not have; expected a factor with a history or a proxy of its own"));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        return Ordered(history, [.. proxies.Select((proxy, place) => new PlacedProxy(proxy, place))]);
    }

    private static List<PlacedProxy> Ordered(FactorHistory history, List<PlacedProxy> waiting)
    {
        List<PlacedProxy> ordered = [];
        while (waiting.Count > 0)
        {
            int next = waiting.FindIndex(one => !waiting.Exists(other => other.Proxy.Factor == one.Proxy.Of));
            if (next < 0)
                throw new InvalidInputException([.. waiting.Select(one => Problem(
                    history, one.Proxy, $"rests on {one.Proxy.Of}, which rests on it in turn or on others that do; expected proxies that end at a factor with a history"))]);
            ordered.Add(waiting[next]);
            waiting.RemoveAt(next);
        }
        return ordered;
    }

    private static void AddNumbers(FactorHistory history, FactorProxy proxy, List<InputProblem> problems)
    {
        if (proxy.Beta is { } beta && !double.IsFinite(beta))
            problems.Add(Problem(history, proxy, "has a beta that is not finite; expected a finite number"));
        if (proxy.Residual is { } residual && !(residual >= 0 && double.IsFinite(residual)))
            problems.Add(Problem(history, proxy, "has a residual that is no standard deviation; expected a finite number, 0 or above"));
    }

    private static void AddPair(FactorHistory history, FactorProxy proxy, List<InputProblem> problems)
    {
        foreach (FactorId factor in new[] { proxy.Like, proxy.LikeOf }.OfType<FactorId>().Where(factor => !history.Factors.Contains(factor)))
            problems.Add(Problem(history, proxy, $"is estimated from {factor}, which the history does not have; expected a factor with a history"));
        if ((proxy.Like ?? proxy.Factor) == (proxy.LikeOf ?? proxy.Of) && proxy.Factor != proxy.Of)
            problems.Add(Problem(history, proxy, "is estimated from one factor alone; expected two"));
    }

    private static InputProblem Problem(FactorHistory history, FactorProxy proxy, string message) =>
        HistoryChecks.Problem(history, $"the proxy of {proxy.Factor} {message}");
}
