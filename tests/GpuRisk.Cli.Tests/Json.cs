using System.Globalization;
using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>Looking into printed JSON.</summary>
public static class Json
{
    public static void HasMembers(JsonElement element, params string[] names) =>
        Assert.Empty(names.Except(element.EnumerateObject().Select(member => member.Name)));

    /// <summary>A number as the tables write it: the shortest text that reads back as the same bits.</summary>
    public static string Number(JsonElement element, string name) => element.GetProperty(name).GetDouble().ToString("R", CultureInfo.InvariantCulture);
}
