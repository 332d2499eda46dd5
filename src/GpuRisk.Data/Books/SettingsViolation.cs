namespace GpuRisk.Data.Books;

/// <summary>Settings that do not fit together, each in its own domain.</summary>
/// <param name="Path">The member, items of an array by their number: <c>simulation.mixture.1.weight</c>.</param>
/// <param name="Message">What is wrong; what is expected.</param>
public sealed record SettingsViolation(string Path, string Message);
