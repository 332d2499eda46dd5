using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Models;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The section <c>simulation.studentT</c>.</summary>
internal static class StudentTSection
{
    public static StudentTSettings Read(JsonObjectReader? section)
    {
        StudentTSettings standard = new();
        if (section is null)
            return standard;
        StudentTSettings read = new()
        {
            DegreesOfFreedom = section.NumberOrNull<double>("degreesOfFreedom", DegreesOfFreedom.AreValid, DegreesOfFreedom.Expected),
            Marginals = section.Truth("marginals", standard.Marginals),
        };
        section.RejectUnknown();
        return read;
    }

    public static void Write(Utf8JsonWriter json, StudentTSettings studentT)
    {
        if (studentT == new StudentTSettings())
            return;
        json.WriteStartObject("studentT");
        if (studentT.DegreesOfFreedom is { } nu)
            json.WriteNumber("degreesOfFreedom", nu);
        if (studentT.Marginals)
            json.WriteBoolean("marginals", true);
        json.WriteEndObject();
    }
}
