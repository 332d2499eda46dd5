using System.Reflection;

namespace GpuRisk.Data.Results;

/// <summary>The version of this product that a manifest names.</summary>
public static class ProductVersion
{
    /// <summary>Without the build's suffix, which differs between builds of the same source.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
