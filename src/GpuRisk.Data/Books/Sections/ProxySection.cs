using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The array <c>calibration.proxies</c>.</summary>
internal static class ProxySection
{
    public static IReadOnlyList<FactorProxy> Read(JsonObjectReader calibration)
    {
        List<FactorProxy> proxies = [];
        foreach (JsonObjectReader proxy in calibration.Objects("proxies", required: false))
        {
            FactorId? factor = FactorNames.Factor(proxy, "factor", required: true), of = FactorNames.Factor(proxy, "of", required: true);
            proxies.Add(new FactorProxy(
                factor ?? default,
                of ?? default,
                proxy.NumberOrNull<double>("beta", static beta => beta is >= -50 and <= 50, "a number from -50 to 50, such as 1.2 where a percentage would be 120 %,"),
                proxy.NumberOrNull<double>("residual", static deviation => deviation is >= 0 and <= 1, "a standard deviation of a day from 0 to 1, a fraction such as 0.03 for 3 %,"),
                FactorNames.Factor(proxy, "like", required: false),
                FactorNames.Factor(proxy, "likeOf", required: false)));
            proxy.RejectUnknown();
        }

        if (proxies.Count == 0)
            return [];
        return proxies;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<FactorProxy> proxies)
    {
        if (proxies.Count == 0)
            return;
        json.WriteStartArray("proxies");
        foreach (FactorProxy proxy in proxies)
        {
            json.WriteStartObject();
            json.WriteString("factor", proxy.Factor.ToString());
            json.WriteString("of", proxy.Of.ToString());
            if (proxy.Beta is { } beta)
                json.WriteNumber("beta", beta);
            if (proxy.Residual is { } residual)
                json.WriteNumber("residual", residual);
            if (proxy.Like is { } like)
                json.WriteString("like", like.ToString());
            if (proxy.LikeOf is { } likeOf)
                json.WriteString("likeOf", likeOf.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
