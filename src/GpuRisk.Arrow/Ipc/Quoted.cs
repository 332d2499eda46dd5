namespace GpuRisk.Arrow.Ipc;

/// <summary>Words of a file as a message shows them: short, and without what a terminal would obey.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Name(string name)
    {
        string shown = name.Length > Longest ? name[..Longest] + "..." : name;
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c))}'";
    }
}
